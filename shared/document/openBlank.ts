/** Marks that must not be left in a filed document: 【】 that is empty or asks for something, and runs of X. A title such as 【核查情况】 is none. */
export const OPEN_BLANK = /【\s*】|【[^】]*(?:待|补充|填写|请|确认|提供|XX|××|\*\*)[^】]*】|XX+|××+/;
