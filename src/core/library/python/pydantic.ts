/** Pydantic, roughly. */
export const pydantic = `
Field(default?: any, **extra: any) -> any
class BaseModel
  __init__(**data: any)
  dict(**kwargs: any) -> dict[str, any]
  json(**kwargs: any) -> str
  model_dump(**kwargs: any) -> dict[str, any]
  model_dump_json(**kwargs: any) -> str
class ValidationError(ValueError)
`;
