/** People, the organisations they belong to, and what they may do where. */
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
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

export class NewApiKey {
  @IsString()
  @Length(1, 200)
  name!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(permissions, { each: true })
  scopes!: Permission[];
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

export interface MembersView {
  items: MemberView[];
  /** Those who may work in every deployment. */
  administrators: PersonRef[];
}

export interface ApiKeyView {
  id: string;
  name: string;
  scopes: Permission[];
  createdAt: Instant;
  lastUsedAt: Instant | null;
  /** Present only in the answer that created the key; shown once. */
  secret?: string;
}
