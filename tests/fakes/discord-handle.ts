/** One interaction as its person sees it: what the bot answers, and the form it may show. */

import { type Message, textOf } from './discord-message.ts'
import { type Interaction, type Modal, until, type World } from './discord-world.ts'
import { PATIENCE_MS } from './patience.ts'

/** One interaction as its person sees it. Promises reject after their timeout, in real milliseconds. */
export type InteractionHandle = {
  id: string
  token: string
  /** The bot's first answer: Discord's callback type, and its flags. */
  acknowledged: (timeoutMs?: number) => Promise<{ type: number; flags: number }>
  /** From the interaction to its acknowledgement, by the fake's clock; undefined until then. */
  readonly deferredMs: number | undefined
  /** The original reply (for a click that updates: the clicked message), once it is shown and satisfies `predicate`. */
  response: (predicate?: (message: Message) => boolean, timeoutMs?: number) => Promise<Message>
  followUp: (predicate?: (message: Message) => boolean, timeoutMs?: number) => Promise<Message>
  followUps: Message[]
  choices: (timeoutMs?: number) => Promise<{ name: string; value: string | number }[]>
  shownModal: (timeoutMs?: number) => Promise<Modal>
  /** Fills in and sends the modal that was shown; throws where Discord's client would not let a person send it. */
  submit: (fields?: Fields) => InteractionHandle
  /** Every state of the original reply that was shown, in order. */
  edits: Message[]
}

/** What a person enters, by custom_id: a text, or the values picked. */
export type Fields = Record<string, string | string[]>

export function handle(
  world: World,
  interaction: Interaction,
  submit: (fields: Fields) => InteractionHandle,
): InteractionHandle {
  const wait = <T>(read: () => T | undefined, timeoutMs: number, what: string) =>
    until(
      world,
      read,
      timeoutMs,
      () => `${what} of interaction ${interaction.id}; shown now: ${shownNow(interaction)}`,
    )
  const acknowledgement = () => interaction.acknowledged && { ...interaction.acknowledged }
  return {
    id: interaction.id,
    token: interaction.token,
    acknowledged: async (timeoutMs = PATIENCE_MS) => {
      const { type, flags } = await wait(acknowledgement, timeoutMs, 'the acknowledgement')
      return { type, flags }
    },
    get deferredMs() {
      return interaction.acknowledged && interaction.acknowledged.at - interaction.createdAt
    },
    response: (predicate = () => true, timeoutMs = PATIENCE_MS) =>
      wait(() => latest(interaction.edits, predicate), timeoutMs, 'the response'),
    followUp: (predicate = () => true, timeoutMs = PATIENCE_MS) =>
      wait(() => interaction.followUps.find(predicate), timeoutMs, 'a follow-up'),
    followUps: interaction.followUps,
    choices: (timeoutMs = PATIENCE_MS) => wait(() => interaction.choices, timeoutMs, 'the choices'),
    shownModal: (timeoutMs = PATIENCE_MS) => wait(() => interaction.modal, timeoutMs, 'the modal'),
    submit: (fields = {}) => submit(fields),
    edits: interaction.edits,
  }
}

function latest(edits: Message[], predicate: (message: Message) => boolean): Message | undefined {
  const last = edits.at(-1)
  return last && predicate(last) ? last : undefined
}

function shownNow({ edits, acknowledged }: Interaction): string {
  const last = edits.at(-1)
  return last
    ? textOf(last).slice(0, 500)
    : acknowledged
      ? `acknowledged with type ${acknowledged.type}`
      : 'nothing'
}
