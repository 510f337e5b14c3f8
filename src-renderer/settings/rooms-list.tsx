import { useState } from 'react'
import { useDo } from '#api/hooks'
import type { LocationView } from '#contract/practice'
import { Button } from '#ui/button'
import { DecisionDialog } from '#ui/dialog'
import { useDesk } from '#ui/desk-context'
import { Section } from '#ui/inspector'
import { useNotices } from '#ui/notice'
import { Tag } from '#ui/status-chip'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/settings.module.css'

/** The rooms of a clinic: added, renamed, taken out of use. */
export function RoomsList({ location }: { location: LocationView }) {
  const desk = useDesk()
  const { settings, common } = useWords()
  const { refuse } = useNotices()
  const [newName, setNewName] = useState('')
  const [renamed, setRenamed] = useState<{ roomId: string; name: string }>()
  const [leaving, setLeaving] = useState<string>()
  const add = useDo(['practice', 'addRoom'])
  const rename = useDo(['practice', 'renameRoom'])
  const archive = useDo(['practice', 'archiveRoom'])
  const mayChange = desk.may('practice.change')

  const addRoom = async () => {
    const reply = await add.run({ locationId: location.id, name: newName })
    if (reply.ok) setNewName('')
    else refuse(reply.fault)
  }
  const saveName = async () => {
    if (renamed === undefined) return
    const reply = await rename.run(renamed)
    if (reply.ok) setRenamed(undefined)
    else refuse(reply.fault)
  }
  const leave = async (reason: string) => {
    if (leaving === undefined) return
    const reply = await archive.run({ roomId: leaving, reason })
    setLeaving(undefined)
    if (!reply.ok) refuse(reply.fault)
  }
  return (
    <Section title={settings.rooms}>
      <ul className={css['rooms']}>
        {location.rooms.map((room) => (
          <li key={room.id}>
            {renamed?.roomId === room.id ? (
              <form
                className={css['inline']}
                onSubmit={(event) => {
                  event.preventDefault()
                  void saveName()
                }}
              >
                <TextField
                  label={settings.roomName}
                  hidesLabel
                  autoFocus
                  value={renamed.name}
                  onChange={(name) => setRenamed({ roomId: room.id, name })}
                />
                <Button type="submit" isBusy={rename.isRunning}>
                  {common.save}
                </Button>
              </form>
            ) : (
              <>
                <span>
                  {room.name} {room.isArchived ? <Tag>{settings.archived}</Tag> : null}
                </span>
                {mayChange && !room.isArchived ? (
                  <span className={css['inline']}>
                    <Button variant="plain" onClick={() => setRenamed({ roomId: room.id, name: room.name })}>
                      {settings.renameRoom}
                    </Button>
                    <Button variant="plain" onClick={() => setLeaving(room.id)}>
                      {settings.archiveRoom}
                    </Button>
                  </span>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <form
          className={css['inline']}
          onSubmit={(event) => {
            event.preventDefault()
            void addRoom()
          }}
        >
          <TextField
            label={settings.roomName}
            hidesLabel
            placeholder={settings.roomName}
            value={newName}
            onChange={setNewName}
          />
          <Button type="submit" isBusy={add.isRunning} disabled={newName.trim() === ''}>
            {settings.addRoom}
          </Button>
        </form>
      ) : null}
      <DecisionDialog
        key={leaving}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={settings.archiveRoomTitle}
        consequence={settings.archiveRoomText}
        confirm={settings.archiveRoom}
        reasonLabel={common.reason}
        isDanger
        isBusy={archive.isRunning}
        onConfirm={(reason) => void leave(reason)}
      />
    </Section>
  )
}
