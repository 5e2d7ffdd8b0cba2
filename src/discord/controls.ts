/** What the buttons and menus of a message say when they are pressed; their ids alone carry what a later process needs. */

export type Control =
  | {
      act: 'quote' | 'follow' | 'thread' | 'up' | 'down' | 'why' | 'dossier' | 'share' | 'show' | 'remove'
      id: string
    }
  | { act: 'page' | 'documents'; id: string; page: number }
type Act = Control['act']

/** The number counts the shapes of ids: a control of another shape is told apart. */
const SHAPE =
  /^1:(quote|follow|thread|up|down|why|dossier|share|show|remove|page|documents):([\w-]{1,80})(?::(\d{1,4}))?$/

/** At most 100 characters; undefined when the control's id cannot stand in one. */
export function controlId(control: Control): string | undefined {
  const id = `1:${control.act}:${control.id}${'page' in control ? `:${control.page}` : ''}`
  return readControl(id) ? id : undefined
}

/** The control of an id; undefined for one of another version. */
export function readControl(customId: string): Control | undefined {
  const [, act, id, page] = SHAPE.exec(customId) ?? []
  if (!act || !id) return undefined
  const isPaged = act === 'page' || act === 'documents'
  if (isPaged) return page === undefined ? undefined : { act, id, page: Number(page) }
  return page === undefined ? { act: act as Exclude<Act, 'page' | 'documents'>, id } : undefined
}
