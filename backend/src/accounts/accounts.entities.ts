/** Row maps of people, organisations, memberships, sessions and API keys. */
import { Column, Entity, Index, ManyToOne, JoinColumn, PrimaryColumn, Unique, type Relation } from 'typeorm';
import type { MemberRole, Permission } from '@atesto/contract';

@Entity('organisations')
@Unique('organisations_name', ['name'])
export class OrganisationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisations_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}

@Entity('users')
@Unique('users_email', ['email'])
export class UserRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id!: string;

  /** In lower case. */
  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  password_hash!: string;

  @Column('boolean', { default: false })
  is_admin!: boolean;

  @Column('uuid', { nullable: true })
  organisation_id!: string | null;

  @ManyToOne(() => OrganisationRow, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'users_organisation' })
  organisation?: Relation<OrganisationRow>;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}

@Entity('memberships')
@Index('memberships_by_user', ['user_id'])
export class MembershipRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'memberships_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'memberships_pk' })
  user_id!: string;

  @ManyToOne(() => UserRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'memberships_user' })
  user?: Relation<UserRow>;

  @Column('text')
  role!: MemberRole;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}

@Entity('sessions')
@Index('sessions_by_user', ['user_id'])
export class SessionRow {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sessions_pkey' })
  token_hash!: Buffer;

  @Column('uuid')
  user_id!: string;

  @ManyToOne(() => UserRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'sessions_user' })
  user?: Relation<UserRow>;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz')
  expires_at!: Date;
}

@Entity('api_keys')
@Unique('api_keys_secret', ['secret_hash'])
export class ApiKeyRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_keys_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_keys_pk' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('bytea')
  secret_hash!: Buffer;

  @Column('text', { array: true })
  scopes!: Permission[];

  @Column('uuid')
  created_by!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  last_used_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  expires_at!: Date | null;

  @Column('integer', { default: 600 })
  per_minute!: number;
}

@Entity('api_key_days')
export class ApiKeyDayRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_key_days_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_key_days_pk' })
  key_id!: string;

  @ManyToOne(() => ApiKeyRow, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'deployment_id', referencedColumnName: 'deployment_id', foreignKeyConstraintName: 'api_key_days_key' },
    { name: 'key_id', referencedColumnName: 'id', foreignKeyConstraintName: 'api_key_days_key' },
  ])
  key?: Relation<ApiKeyRow>;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'api_key_days_pk' })
  day!: string;

  @Column('integer')
  count!: number;
}
