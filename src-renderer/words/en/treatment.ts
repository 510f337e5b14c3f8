/** The words of the treatment screens. Same keys in es/treatment.ts; a sentence with values is a function with typed parameters. */
export const treatment = {
  title: 'Treatment',
}
