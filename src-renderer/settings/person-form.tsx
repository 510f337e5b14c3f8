import { Plus, X } from 'lucide-react'
import { useFieldArray, type Control } from 'react-hook-form'
import { z } from 'zod'
import { useDeskForm } from '#api/form'
import { useDo, type OutputOf } from '#api/hooks'
import type { Reply } from '#contract/define'
import { contract } from '#contract/house'
import { roles } from '#domain/roles'
import { Button, IconButton } from '#ui/button'
import { SelectField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { Fields, Whole } from '#ui/field'
import { Bound, Form } from '#ui/form'
import { useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/settings.module.css'

type Member = OutputOf<'staff', 'list'>[number]

// An empty value would read as nothing chosen.
const everywhere = 'everywhere'
const added = contract.staff.add.input
const typedPerson = z.strictObject({
  name: added.shape.name,
  signInName: added.shape.signInName,
  password: z.string().max(200, 'too-long'),
  credentials: added.shape.credentials,
  npi: added.shape.npi,
  posts: added.shape.posts,
})

/** A new person with a sign-in, or changes of one; the sign-in name of a known person stays. */
export function PersonForm({ member, onDone }: { member: Member | undefined; onDone: () => void }) {
  const { settings, common } = useWords()
  const { say } = useNotices()
  const { run: add } = useDo(['staff', 'add'])
  const { run: change } = useDo(['staff', 'change'])
  const form = useDeskForm({
    schema: typedPerson,
    defaults: {
      name: member?.name ?? '',
      signInName: member?.signInName ?? '',
      password: '',
      credentials: member?.credentials ?? '',
      npi: member?.npi ?? '',
      posts: member?.posts ?? [{ role: 'front_desk', locationId: null }],
    },
    send: async ({ signInName, password, ...typed }): Promise<Reply<{ staffId?: string; bookings?: number }>> =>
      member === undefined ? add({ ...typed, signInName, password }) : change({ ...typed, staffId: member.id }),
    onDone: ({ bookings = 0 }, { name }) => {
      say(bookings === 0 ? settings.saved : settings.leftBehind(name, bookings))
      onDone()
    },
  })
  const { control } = form
  return (
    <Form
      label={member === undefined ? settings.addPerson : settings.changePerson}
      onSubmit={(event) => void form.send(event)}
      send={() => void form.send()}
      notice={form.notice}
      actions={
        <>
          <Button onClick={onDone}>{common.cancel}</Button>
          <Button type="submit" variant="primary" keyHint="Ctrl+Enter" isBusy={form.isSending}>
            {common.save}
          </Button>
        </>
      }
    >
      <Fields>
        <Bound control={control} name="name">
          {(field) => <TextField label={settings.personName} autoFocus {...field} />}
        </Bound>
        <Bound control={control} name="signInName">
          {(field) => <TextField label={settings.signInName} isDisabled={member !== undefined} {...field} />}
        </Bound>
        {member === undefined ? (
          <Whole>
            <Bound control={control} name="password">
              {(field) => (
                <TextField
                  label={settings.password}
                  hint={settings.passwordHint}
                  type="password"
                  autoComplete="new-password"
                  {...field}
                />
              )}
            </Bound>
          </Whole>
        ) : null}
        <Bound control={control} name="credentials">
          {(field) => <TextField label={settings.credentials} {...field} />}
        </Bound>
        <Bound control={control} name="npi">
          {(field) => <TextField label={settings.personNpi} {...field} />}
        </Bound>
        <Whole>
          <Posts control={control} />
        </Whole>
      </Fields>
    </Form>
  )
}

type PersonControl = Control<z.input<typeof typedPerson>, unknown, z.output<typeof typedPerson>>

function Posts({ control }: { control: PersonControl }) {
  const desk = useDesk()
  const { settings, common } = useWords()
  const { fields, append, remove } = useFieldArray({ control, name: 'posts' })
  return (
    <fieldset className={css['posts']}>
      <legend>{settings.roles}</legend>
      {fields.map((post, at) => (
        <div key={post.id} className={css['post']}>
          <Bound control={control} name={`posts.${at}.role`}>
            {(field) => (
              <SelectField
                label={settings.roles}
                hidesLabel
                {...field}
                choices={roles.map((role) => ({ value: role, label: common.roles[role] }))}
              />
            )}
          </Bound>
          <Bound control={control} name={`posts.${at}.locationId`}>
            {(field) => (
              <SelectField
                label={settings.roleWhere}
                hidesLabel
                {...field}
                value={field.value ?? everywhere}
                onChange={(chosen) => field.onChange(chosen === everywhere ? null : chosen)}
                choices={[
                  { value: everywhere, label: settings.everyClinic },
                  ...desk.locations.map((location) => ({ value: location.id, label: location.name })),
                ]}
              />
            )}
          </Bound>
          <IconButton icon={X} label={settings.removeRole} onClick={() => remove(at)} />
        </div>
      ))}
      <Button icon={Plus} onClick={() => append({ role: 'nurse', locationId: null })}>
        {settings.addRole}
      </Button>
    </fieldset>
  )
}
