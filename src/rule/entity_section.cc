#include <algorithm>

#include "absl/strings/str_cat.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

std::vector<OfficeHolder> ReadHolders(const YamlNode& map, FieldReader& fields) {
  std::vector<OfficeHolder> holders;
  const YamlNode* list = map.Find("holders");
  if (list == nullptr || !fields.IsList(*list, "'holders'")) return holders;
  for (const YamlNode& node : list->items) {
    if (!fields.IsMap(node, "a holder of an office")) continue;
    fields.RejectUnknownKeys(node, kHolderKeys);
    OfficeHolder holder;
    holder.name = fields.RequiredText(node, "name", "a holder of an office");
    holder.from = fields.Day(node, "from");
    holder.to = fields.Day(node, "to");
    if (holder.from.has_value() && holder.to.has_value() && *holder.from >= *holder.to) {
      fields.Error(node.Find("to")->offset, "the end of a term must come after its beginning");
    }
    holders.push_back(std::move(holder));
  }
  std::stable_sort(holders.begin(), holders.end(), [](const OfficeHolder& a, const OfficeHolder& b) {
    return a.from.value_or(absl::CivilDay::min()) < b.from.value_or(absl::CivilDay::min());
  });
  return holders;
}

EntityDefinition ReadEntity(const YamlNode& node, FieldReader& fields, RuleBuilder& builder) {
  EntityDefinition entity;
  fields.RejectUnknownKeys(node, kEntityKeys);
  entity.type = fields.RequiredText(node, "type", "an entity");
  if (const YamlNode* type = node.Find("type"); type != nullptr && !entity.type.empty()) {
    fields.CheckId(*type, "type", true);
  }
  for (const char* key : {"names", "aliases"}) {
    for (const YamlNode* name : fields.Texts(node, key)) {
      if (std::find(entity.names.begin(), entity.names.end(), name->scalar) != entity.names.end()) {
        fields.Error(name->offset, absl::StrCat("the name '", name->scalar, "' stands here twice"));
      } else {
        entity.names.push_back(name->scalar);
      }
    }
  }
  entity.holders = ReadHolders(node, fields);
  if (entity.names.empty() && entity.holders.empty()) {
    fields.Missing(node, "names", "an entity needs 'names' (or 'holders', for an office)");
  }
  fields.Text(node, "description");  // for readers of the file
  entity.part_of = fields.Text(node, "part_of");
  if (!entity.part_of.empty()) {
    builder.Refer(Reference::Kind::kEntity, node.Find("part_of")->offset, entity.part_of, fields);
  }
  return entity;
}

}  // namespace

void ReadEntities(const YamlNode& node, FieldReader& fields, RuleBuilder& builder) {
  if (!fields.IsMap(node, "'entities'")) return;
  for (const auto& entry : node.entries) {
    entry.second.was_read = true;
    if (!fields.CheckId(entry.first, "id of an entity", false)) continue;
    if (!fields.IsMap(entry.second, absl::StrCat("the entity '", entry.first.scalar, "'"))) continue;
    if (!builder.Claim(builder.entity_ids, entry.first.scalar, entry.first, "entity", fields)) continue;
    EntityDefinition entity = ReadEntity(entry.second, fields, builder);
    entity.id = entry.first.scalar;
    entity.at = fields.At(entry.first);
    builder.set->entities.push_back(std::move(entity));
  }
}

}  // namespace crosscheck
