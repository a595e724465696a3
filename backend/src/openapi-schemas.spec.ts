import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsHexColor, IsIn, IsInt, IsOptional, IsString, Matches, Max, ValidateNested } from 'class-validator';
import { describe, expect, it } from '@jest/globals';
import { schemasOf } from './openapi-schemas.js';

class Leaf {
  @IsIn(['red', 'green'])
  colour!: string;
}

class Tree {
  @IsString()
  name!: string;

  @IsOptional()
  @IsInt()
  @Max(9)
  age?: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => Leaf)
  best?: Leaf | null;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Leaf)
  leaves!: Leaf[];

  @IsArray()
  @Matches(/^[a-z]+$/, { each: true })
  tags!: string[];
}

class Unknown {
  @IsHexColor()
  colour!: string;
}

describe('schemas from the rules that check the input', () => {
  const leaf = { $ref: '#/components/schemas/Leaf' };

  it('hold types, limits, nested classes and what must be there; nothing else may', () => {
    expect(schemasOf([Tree])).toEqual({
      Tree: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          age: { type: 'integer', maximum: 9 },
          best: leaf,
          leaves: { type: 'array', items: leaf },
          tags: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' } },
        },
        required: expect.arrayContaining(['name', 'leaves', 'tags']),
        additionalProperties: false,
      },
      Leaf: {
        type: 'object',
        properties: { colour: { type: 'string', enum: ['red', 'green'] } },
        required: ['colour'],
        additionalProperties: false,
      },
    });
  });

  it('refuse a rule that they cannot say', () => {
    expect(() => schemasOf([Unknown])).toThrow('Unknown.colour is checked by isHexColor');
  });
});
