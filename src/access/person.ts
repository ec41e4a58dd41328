export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly theme: string | null;
  readonly timeZone: string | null;
  readonly twoFactor: boolean;
}

export interface PersonChange {
  readonly name?: string | undefined;
  readonly language?: string | null | undefined;
  readonly theme?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
}
