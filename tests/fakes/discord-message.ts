/** Messages and components as Discord sends them, and how to read them. */

export type Component = {
  type: number
  id?: number
  custom_id?: string
  label?: string
  content?: string
  style?: number
  url?: string
  disabled?: boolean
  placeholder?: string
  options?: { label: string; value: string; description?: string; default?: boolean }[]
  components?: Component[]
  component?: Component
  accessory?: Component
  [field: string]: unknown
}

export type Embed = { title?: string; description?: string; [field: string]: unknown }
export type Attachment = { id: string; filename: string; size: number; url: string; [field: string]: unknown }

export type Message = {
  id: string
  channel_id: string
  author: { id: string }
  content: string
  flags: number
  components: Component[]
  embeds: Embed[]
  attachments: Attachment[]
  mentions: { id: string }[]
  nonce?: string | number
  interaction_metadata?: { id: string; user: { id: string }; [field: string]: unknown }
  [field: string]: unknown
}

/** What a bot sends to make or change a message. */
export type Body = {
  content?: string | null
  embeds?: Embed[] | null
  components?: Component[] | null
  flags?: number | null
  attachments?: { id: string; description?: string | null }[] | null
  allowed_mentions?: {
    parse?: string[]
    users?: string[]
    roles?: string[]
    replied_user?: boolean | null
  } | null
  nonce?: string | number | null
  enforce_nonce?: boolean | null
  poll?: unknown
  sticker_ids?: string[] | null
  message_reference?: { message_id: string; fail_if_not_exists?: boolean | null } | null
}

/** A file of a multipart request: `field` is `files[0]` and so on. */
export type SentFile = { field: string; name: string; type: string; size: number; bytes: Uint8Array }

/** Every component, parents before children, in reading order. */
export function componentsOf(message: { components?: Component[] | null | undefined }): Component[] {
  return (message.components ?? []).flatMap(flatten)
}

function flatten(component: Component): Component[] {
  const children = [...(component.components ?? []), component.component, component.accessory]
  return [component, ...children.flatMap((child) => (child ? flatten(child) : []))]
}

/** Content, then every Text Display in reading order, joined by line breaks. */
export function textOf(message: { content?: string | null; components?: Component[] | null }): string {
  const texts = componentsOf(message).flatMap((component) =>
    component.type === 10 ? [component.content ?? ''] : [],
  )
  return [message.content ?? '', ...texts].filter((text) => text !== '').join('\n')
}

/** Every URL that a component or an embed shows as media. */
export function mediaOf(body: {
  components?: Component[] | null
  embeds?: Embed[] | null
}): { url?: string }[] {
  const holders = [...componentsOf(body), ...(body.embeds ?? [])] as Record<string, unknown>[]
  return holders.flatMap((holder) => {
    const items = (holder.items as { media?: unknown }[] | undefined) ?? []
    const media = [
      holder.media,
      holder.file,
      holder.image,
      holder.thumbnail,
      ...items.map((item) => item.media),
    ]
    return media.filter((value) => value && typeof value === 'object') as { url?: string }[]
  })
}
