import { english, type Words } from './words/english'

/** The words of the interface in the publication's language. */
export const words: Words = english
