import { useRef, useState } from 'react'
import { Button } from './button.tsx'
import css from './css/picture-field.module.css'
import { FieldFrame, type FieldProps } from './field.tsx'
import { useWords } from './words.tsx'

const maxBytes = 200 * 1024

/** A PNG of at most 200 KB, kept as base64 text; the practice's logo. */
export function PictureField(props: FieldProps & { value: string; onChange: (value: string) => void; alt: string }) {
  const { common } = useWords()
  const file = useRef<HTMLInputElement>(null)
  const [isWrong, setWrong] = useState(false)
  const read = (picked: File | undefined) => {
    if (picked === undefined) return
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const base64 = typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : ''
      const isPng = base64.startsWith('iVBORw0KGgo') && picked.size <= maxBytes
      setWrong(!isPng)
      if (isPng) props.onChange(base64)
    })
    reader.readAsDataURL(picked)
  }
  return (
    <FieldFrame {...props} hint={common.pictureHint} error={isWrong ? 'invalid' : props.error}>
      {(aria) => (
        <div className={css['line']}>
          {props.value === '' ? null : (
            <img className={css['picture']} alt={props.alt} src={`data:image/png;base64,${props.value}`} />
          )}
          <input
            {...aria}
            ref={file}
            type="file"
            accept="image/png"
            tabIndex={-1}
            className="visually-hidden"
            onChange={(event) => read(event.target.files?.[0])}
          />
          {props.isDisabled === true ? null : (
            <Button onClick={() => file.current?.click()}>{common.choosePicture}</Button>
          )}
          {props.value === '' || props.isDisabled === true ? null : (
            <Button variant="plain" onClick={() => props.onChange('')}>
              {common.remove}
            </Button>
          )}
        </div>
      )}
    </FieldFrame>
  )
}
