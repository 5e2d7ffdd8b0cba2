/** What the buttons and menus of a message say when they are pressed; their ids alone carry what a later process needs. */

export type Control =
  | {
      act:
        | 'quote'
        | 'follow'
        | 'thread'
        | 'up'
        | 'down'
        | 'why'
        | 'dossier'
        | 'share'
        | 'show'
        | 'remove'
        | 'stories'
      id: string
    }
  /** Pages, and the stories of a briefing, are counted from 0. */
  | { act: 'page' | 'documents'; id: string; page: number }
  | { act: 'story'; id: string; story: number }
type Plain = Exclude<Control['act'], 'page' | 'documents' | 'story'>

/** The number counts the shapes of ids: a control of another shape is told apart. */
const SHAPE =
  /^1:(quote|follow|thread|up|down|why|dossier|share|show|remove|stories|page|documents|story):([\w-]{1,80})(?::(\d{1,4}))?$/

/** At most 100 characters; undefined when the control's id cannot stand in one. */
export function controlId(control: Control): string | undefined {
  const number = 'page' in control ? control.page : 'story' in control ? control.story : undefined
  const id = `1:${control.act}:${control.id}${number === undefined ? '' : `:${number}`}`
  return readControl(id) ? id : undefined
}

/** The control of an id; undefined for one of another version. */
export function readControl(customId: string): Control | undefined {
  const [, act, id, digits] = SHAPE.exec(customId) ?? []
  if (!act || !id) return undefined
  const isNumbered = act === 'page' || act === 'documents' || act === 'story'
  if (!isNumbered) return digits === undefined ? { act: act as Plain, id } : undefined
  if (digits === undefined) return undefined
  return act === 'story' ? { act, id, story: Number(digits) } : { act, id, page: Number(digits) }
}
