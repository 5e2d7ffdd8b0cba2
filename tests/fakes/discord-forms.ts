/** Modals as a person fills them in, with the checks that Discord's client makes before it sends them. */
import { length, size } from './discord-components.ts'
import type { Fields } from './discord-handle.ts'
import type { Component } from './discord-message.ts'
import type { Modal } from './discord-world.ts'

/** The data of a shown modal; throws where the client would keep it open. */
export function filledIn(modal: Modal, fields: Fields): object {
  const parts = modal.components
  const inputs = parts.flatMap(({ component }) => (component ? [component] : []))
  for (const id of Object.keys(fields))
    if (!inputs.some(({ custom_id }) => custom_id === id))
      throw new Error(`The modal ${modal.custom_id} has no field ${id}.`)
  let next = 0
  const components = parts.map(({ type, component, id }) => {
    next += 1
    const own = { type, id: id ?? next }
    if (!component) return own
    next += 1
    return { ...own, component: { ...entry(component, fields), id: component.id ?? next } }
  })
  return { custom_id: modal.custom_id, components }
}

function entry(input: Component, fields: Fields): object {
  const { type, custom_id = '' } = input
  const typed = fields[custom_id]
  if (type === 4) return { type, custom_id, value: textEntry(input, typed) }
  if (type === 3) return { type, custom_id, values: picked(input, typed) }
  throw new Error(`The fake cannot fill in a component of type ${type}.`)
}

function textEntry(input: Component, typed: Fields[string] | undefined): string {
  const value = String(typed ?? input.value ?? '')
  const [least, most] = [Number(input.min_length ?? 0), Number(input.max_length ?? 4000)]
  const required = input.required !== false
  if (size(value) === 0 && !required) return value
  const faults = length(`The field ${input.custom_id}`, value, Math.max(least, 1), most)
  if (faults.length) throw new Error(`${faults[0]}.`)
  return value
}

function picked(input: Component, typed: Fields[string] | undefined): string[] {
  const preset = input.options?.filter((option) => option.default).map(({ value }) => value) ?? []
  const values = typed === undefined ? preset : [typed].flat()
  checkPicked(input, values, input.required === false && values.length === 0)
  return values
}

/** Throws unless a person can pick exactly these values. */
export function checkPicked(select: Component, values: string[], none = false): void {
  for (const value of values)
    if (!select.options?.some((option) => option.value === value))
      throw new Error(`The menu has no option ${value}.`)
  const [least, most] = [Number(select.min_values ?? 1), Number(select.max_values ?? 1)]
  if (!none && (values.length < least || values.length > most))
    throw new Error(`The menu ${select.custom_id} takes ${least} to ${most} values, not ${values.length}.`)
}

/** The data of a modal that an earlier version of the bot showed. */
export function staleForm(custom_id: string, fields: Record<string, string>): object {
  const components = Object.entries(fields).map(([id, value], index) => {
    const component = { type: 4, id: 2 * index + 2, custom_id: id, value }
    return { type: 18, id: 2 * index + 1, component }
  })
  return { custom_id, components }
}
