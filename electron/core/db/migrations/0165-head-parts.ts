/** The heading over several questions (一、关于主营业务) above the first of them. */
export const headParts = `ALTER TABLE question ADD COLUMN partHeading TEXT;`;
