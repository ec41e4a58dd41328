import { z } from 'zod';

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    /** The fault's kind, for programs. */
    kind: z.string(),
    /** What it is, for programs: the same in every language, where there is one. */
    code: z.string().optional(),
    /** The values that `detail` names: the place, the value, what was expected. */
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** One thing the reader can do. */
    hint: z.string().optional(),
    /** Where the request is wrong: a JSON pointer (RFC 6901) into the body, or the parameter's name. */
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path', 'header', 'cookie']),
          pointer: z.string(),
          detail: z.string(),
          /** What is wrong there, for programs. */
          code: z.string(),
        }),
      )
      .optional(),
    /** On 412: the fields that somebody else has changed, with what they hold now. */
    changed: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
