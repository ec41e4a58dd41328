/** Runs once before all test files; the database part joins here. */
export default function setup(): void {}
