import type { Member } from '#domain/members/member.ts';
import type { ConflictField } from '#web/platform/conflict.tsx';

/** As it is typed: an age that is not known is an empty field. */
export type ProfileValues = { name: string; age: number | '' };
export const valuesOf = ({ name, age }: Member): ProfileValues => ({ name, age: age ?? '' });

type Field = keyof ProfileValues;
const labels: Record<Field, string> = { name: 'Name', age: 'Age' };
const fields = Object.keys(labels) as Field[];
const typedFields = (base: Member, typed: ProfileValues): Field[] =>
  fields.filter((field) => typed[field] !== valuesOf(base)[field]);

/** What somebody typed, over what stands now. */
export const keepTyped = (base: Member, typed: ProfileValues, now: Member): ProfileValues => ({
  ...valuesOf(now),
  ...Object.fromEntries(typedFields(base, typed).map((field) => [field, typed[field]])),
});

/** The fields somebody typed that stand otherwise now. */
export function conflictsIn(base: Member, typed: ProfileValues, now: Member): ConflictField[] {
  const stands = valuesOf(now);
  return typedFields(base, typed)
    .filter((field) => typed[field] !== stands[field])
    .map((field) => ({ label: labels[field], mine: `${typed[field]}`, theirs: `${stands[field]}` }));
}
