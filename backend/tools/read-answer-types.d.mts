/** Types of `read-answer-types.mjs` for the spec that holds its result. */
export interface AnswerSchemas {
  /** By the words of the type as the operations say it. */
  answers: Record<string, Record<string, unknown>>;
  /** Named types of the contract. */
  schemas: Record<string, Record<string, unknown>>;
}
export function answerSchemas(answers: readonly string[]): AnswerSchemas;
