import 'react'

declare module 'react' {
  // Custom properties carry positions and sizes into the style sheets; React passes them through.
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
