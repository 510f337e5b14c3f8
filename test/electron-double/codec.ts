import './page/codec.js'

type Codec = { encode: (value: unknown) => unknown; decode: (value: unknown) => unknown }

// page/codec.js is one script for both sides; it leaves its two functions on the global object.
const { encode, decode } = (globalThis as unknown as { __doubleCodec: Codec }).__doubleCodec

export { decode, encode }

/** The arguments of an IPC message, decoded. */
export function decodeList(value: unknown): unknown[] {
  const list = decode(value)
  if (!Array.isArray(list)) throw new Error('[electron-double] IPC arguments are not a list')
  return list
}
