import { Dialog as Base } from '@base-ui/react/dialog'
import { Command } from 'cmdk'
import { type ReactNode } from 'react'
import { Kbd } from './button.tsx'
import css from './css/palette.module.css'
import { KeyLayer } from './keys.tsx'
import { useWords } from './words.tsx'

/** One line of the palette. */
export type PaletteItem = {
  key: string
  label: string
  note?: ReactNode
  keys?: string
  run: () => void
}

/** Lines under one heading. */
export type PaletteGroup = { heading: string; items: readonly PaletteItem[] }

type PaletteProps = {
  isOpen: boolean
  onClose: () => void
  text: string
  onText: (text: string) => void
  /** Already matched against the text, best first. */
  groups: readonly PaletteGroup[]
}

/** Everything in reach of one key: patients, screens, what can be done here. */
export function Palette({ isOpen, onClose, text, onText, groups }: PaletteProps) {
  const { common } = useWords()
  return (
    <Base.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={css['veil']} />
        <Base.Popup className={css['palette']} aria-label={common.palette}>
          <KeyLayer isOpen={isOpen}>
            <Command shouldFilter={false} label={common.palette} loop>
              <Command.Input
                autoFocus
                value={text}
                onValueChange={onText}
                placeholder={common.palettePlaceholder}
                className={css['input']}
              />
              {/* Outside the list: a list box may hold nothing but options. */}
              <Command.Empty className={css['none']}>{common.nothingFound}</Command.Empty>
              <Command.List className={css['list']} label={common.palette}>
                {groups.map((group) =>
                  group.items.length === 0 ? null : (
                    <Command.Group key={group.heading} heading={group.heading} className={css['group']}>
                      {group.items.map((item) => (
                        <Command.Item
                          key={item.key}
                          value={item.key}
                          className={css['item']}
                          onSelect={() => {
                            onClose()
                            item.run()
                          }}
                        >
                          <span className={css['label']}>{item.label}</span>
                          {item.note === undefined ? null : <span className={css['note']}>{item.note}</span>}
                          {item.keys === undefined || item.keys === '' ? null : <Kbd keys={item.keys} />}
                        </Command.Item>
                      ))}
                    </Command.Group>
                  ),
                )}
              </Command.List>
            </Command>
          </KeyLayer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
