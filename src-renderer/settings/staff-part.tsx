import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useDo, useLook, type OutputOf } from '#api/hooks'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { DecisionDialog, Dialog } from '#ui/dialog'
import { useDesk } from '#ui/desk-context'
import { useKeys } from '#ui/keys'
import { FaultNotice, useNotices } from '#ui/notice'
import { Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/settings.module.css'
import { PersonForm } from './person-form.tsx'

type Member = OutputOf<'staff', 'list'>[number]

/** Everybody with a sign-in, and what they may do where. */
export function StaffPart() {
  const desk = useDesk()
  const { settings, common } = useWords()
  const { say, refuse } = useNotices()
  const staff = useLook(['staff', 'list'], {})
  const archive = useDo(['staff', 'archive'])
  const [open, setOpen] = useState<Member | 'new'>()
  const [leaving, setLeaving] = useState<Member>()
  const mayManage = desk.may('staff.manage')
  useKeys([{ keys: 'N', label: settings.addPerson, run: () => setOpen('new'), isOff: !mayManage }])
  if (staff.value === undefined) return <FaultNotice fault={staff.fault} />

  const whereOf = (locationId: string | null) =>
    desk.locations.find((location) => location.id === locationId)?.code ?? settings.everyClinic
  const leave = async (reason: string) => {
    if (leaving === undefined) return
    const reply = await archive.run({ staffId: leaving.id, reason })
    setLeaving(undefined)
    if (!reply.ok) refuse(reply.fault)
    else if (reply.value.bookings > 0) say(settings.leftBehind(leaving.name, reply.value.bookings))
  }
  return (
    <div className={css['stack']}>
      {mayManage ? (
        <div className={css['inline']}>
          <Button variant="primary" icon={UserPlus} keyHint="N" onClick={() => setOpen('new')}>
            {settings.addPerson}
          </Button>
        </div>
      ) : null}
      <DataTable
        label={settings.staff}
        rows={staff.value}
        keyOf={(member) => member.id}
        isMuted={(member) => member.isArchived}
        {...(mayManage ? { onOpen: (member: Member) => setOpen(member) } : {})}
        columns={[
          {
            key: 'name',
            header: settings.personName,
            cell: (member) =>
              mayManage && !member.isArchived ? (
                <Button variant="plain" aria-label={settings.changeOf(titled(member))} onClick={() => setOpen(member)}>
                  {titled(member)}
                </Button>
              ) : (
                titled(member)
              ),
            sortBy: (member) => member.name,
          },
          { key: 'signIn', header: settings.signInName, cell: (member) => member.signInName, width: '160px' },
          {
            key: 'roles',
            header: settings.roles,
            cell: (member) =>
              member.posts.map((post) => `${common.roles[post.role]} (${whereOf(post.locationId)})`).join(', '),
          },
          {
            key: 'leave',
            header: settings.archivePerson,
            hidesHeader: true,
            width: '190px',
            cell: (member) =>
              member.isArchived ? (
                <Tag>{settings.archived}</Tag>
              ) : mayManage && member.id !== desk.me.staffId ? (
                <Button variant="plain" onClick={() => setLeaving(member)}>
                  {settings.archivePerson}
                </Button>
              ) : null,
          },
        ]}
      />
      <Dialog
        isOpen={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open === 'new' ? settings.addPerson : settings.changePerson}
      >
        {open === undefined ? null : (
          <PersonForm member={open === 'new' ? undefined : open} onDone={() => setOpen(undefined)} />
        )}
      </Dialog>
      <DecisionDialog
        key={leaving?.id}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={settings.archivePersonTitle(leaving?.name ?? '')}
        consequence={settings.archivePersonText}
        confirm={settings.archivePerson}
        reasonLabel={common.reason}
        isDanger
        isBusy={archive.isRunning}
        onConfirm={(reason) => void leave(reason)}
      />
    </div>
  )
}

function titled({ name, credentials }: Member): string {
  return credentials === '' ? name : `${name}, ${credentials}`
}
