/** People, the organisations they belong to, and what they may do where. */
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Omittable } from './omittable.js';
import type { Page } from './paging.js';
import type { PersonRef } from './reports.js';
import { memberRoles, permissions, type Instant, type MemberRole, type Permission, type Role } from './vocabulary.js';

export class SignIn {
  @IsString()
  @Length(1, 254)
  email!: string;

  @IsString()
  @Length(1, 1000)
  password!: string;
}

export class ChangePassword {
  @IsString()
  @Length(1, 1000)
  current!: string;

  @IsString()
  @Length(12, 1000)
  next!: string;
}

export class NewOrganisation {
  @IsString()
  @Length(1, 200)
  name!: string;
}

/** Adds a person to a deployment. An unknown address gets an account with a one-time password. */
export class NewMember {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @Length(1, 200)
  name!: string;

  @IsIn(memberRoles)
  role!: MemberRole;

  @IsOptional()
  @IsUUID('all')
  organisation?: string | null;
}

export class PatchMember {
  @IsOptional()
  @IsIn(memberRoles)
  role?: MemberRole;

  @IsOptional()
  @IsUUID('all')
  organisation?: string | null;
}

export const usualPerMinute = 600;
export const mostPerMinute = 60_000;

export class NewApiKey {
  @IsString()
  @Length(1, 200)
  name!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(permissions, { each: true })
  scopes!: Permission[];

  /** From when on it opens nothing any more; without it it never ends. */
  @IsOptional()
  @IsISO8601()
  expiresAt?: string | null;

  /** Requests a minute; 600 without it. */
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(mostPerMinute)
  perMinute?: number;
}

export class PatchApiKey {
  @Omittable()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** Null: it never ends. */
  @IsOptional()
  @IsISO8601()
  expiresAt?: string | null;

  @Omittable()
  @IsInt()
  @Min(1)
  @Max(mostPerMinute)
  perMinute?: number;
}

export interface UserView {
  id: string;
  email: string;
  name: string;
  admin: boolean;
  organisation: { id: string; name: string } | null;
}

export interface MembershipView {
  deployment: { slug: string; name: string; exercise: boolean };
  role: Role;
  permissions: Permission[];
}

export interface SessionView {
  user: UserView;
  memberships: MembershipView[];
}

export interface OrganisationView {
  id: string;
  name: string;
}

export interface MemberView {
  user: { id: string; email: string; name: string };
  role: MemberRole;
  organisation: OrganisationView | null;
  /** Present only in the answer that created the account; shown once. */
  oneTimePassword?: string;
}

export interface MembersView extends Page<MemberView> {
  /** Those who may work in every deployment. */
  administrators: PersonRef[];
}

export interface ApiKeyView {
  id: string;
  name: string;
  scopes: Permission[];
  createdAt: Instant;
  lastUsedAt: Instant | null;
  expiresAt: Instant | null;
  /** How many requests it may make in a minute, of each process of the server. */
  perMinute: number;
  state: 'active' | 'expired';
  /** Requests by day in UTC, of the last 30 days, the newest first; days without any are left out. */
  usage: { day: string; count: number }[];
  /** Present only in the answer that created the key; shown once. */
  secret?: string;
}
