#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

void ReadRelation(const YamlNode& node, FieldReader& fields, RuleBuilder& builder) {
  RelationRule relation;
  relation.at = fields.At(node);
  fields.RejectUnknownKeys(node, kRelationKeys);
  relation.id = fields.Id(node, "a relation");
  if (node.Find("check") != nullptr) relation.check = fields.Choice(node, kRelationKeys, "check", "check");
  relation.kind = relation.check == "related" ? "related" : relation.check == "sum" ? "arithmetic" : "contradiction";
  if (node.Find("kind") != nullptr) relation.kind = fields.Choice(node, kRelationKeys, "kind", "kind of finding");
  relation.type = node.Find("type") != nullptr ? fields.Text(node, "type") : relation.kind;
  for (const YamlNode* attribute : fields.Texts(node, "between")) {
    relation.between.push_back(attribute->scalar);
    relation.between_at.push_back(fields.At(*attribute));
    builder.Refer(Reference::Kind::kAttribute, attribute->offset, attribute->scalar, fields);
  }
  if (relation.between.size() < 2) {
    const YamlNode* between = node.Find("between");
    fields.Error(between == nullptr ? node.offset : between->offset, "a relation is 'between' two attributes or more");
  }
  relation.same = fields.Choices(node, kRelationKeys, "same", "part of a claim");
  const bool both = node.Find("severity") != nullptr && node.Find("want") != nullptr;
  if (both) fields.Error(node.FindKey("want")->offset, "'want' and 'severity' say the same; keep one");
  relation.severity =
      fields.SeverityOf(node, node.Find("severity") != nullptr ? "severity" : "want", Severity::kWarning);
  relation.message = ReadMessage(node, "message", {}, fields);
  relation.ask = ReadMessage(node, "ask", {}, fields);
  relation.description = fields.Text(node, "description");
  relation.tests = ReadTests(node, fields);
  RequireTests(node, relation.id, relation.severity, relation.tests, fields);
  if (!relation.id.empty()) builder.Claim(builder.ids, relation.id, *node.Find("id"), "id", fields);
  builder.set->relations.push_back(std::move(relation));
}

StatusState ReadState(const YamlNode& node, int position, FieldReader& fields) {
  StatusState state;
  fields.RejectUnknownKeys(node, kStateKeys);
  state.name = fields.RequiredText(node, "name", "a state");
  state.rank = position;
  if (const YamlNode* rank = node.Find("rank"); rank != nullptr) {
    if (!absl::SimpleAtoi(fields.Text(node, "rank"), &state.rank)) {
      fields.Error(rank->offset, "a rank is a whole number");
    }
  }
  state.patterns = ReadPatterns(node, "patterns", fields);
  state.unless = ReadPatterns(node, "unless", fields);
  state.examples = ReadExamples(node, state.name, fields);
  for (Pattern& pattern : state.patterns) pattern.state = state.name;
  if (node.Find("patterns") == nullptr)
    fields.Missing(node, "patterns", absl::StrCat("the state '", state.name, "' has no 'patterns'"));
  return state;
}

void ReadStates(const YamlNode& map, StatusMachine& status, FieldReader& fields) {
  const YamlNode* states = map.Find("states");
  if (states == nullptr) {
    fields.Missing(map, "states", absl::StrCat("the status '", status.id, "' has no 'states'"));
    return;
  }
  if (!fields.IsList(*states, "'states'")) return;
  for (const YamlNode& node : states->items) {
    if (!fields.IsMap(node, "a state")) continue;
    StatusState state = ReadState(node, static_cast<int>(status.states.size()), fields);
    for (const StatusState& other : status.states) {
      if (other.name == state.name && !state.name.empty()) {
        fields.Error(node.Find("name")->offset, absl::StrCat("two states are called '", state.name, "'"));
      }
    }
    status.states.push_back(std::move(state));
  }
  if (status.states.size() < 2) fields.Error(states->offset, "a status needs two states or more");
}

// The settings that name states name states of this status.
void CheckNamedStates(const StatusMachine& status, const YamlNode& compare, FieldReader& fields) {
  std::vector<absl::string_view> names;
  for (const StatusState& state : status.states) names.emplace_back(state.name);
  for (absl::string_view key : {"open", "closing", "opposed", "passing"}) {
    const auto found = status.settings.find(std::string(key));
    const YamlNode* node = compare.Find(key);
    if (found == status.settings.end() || node == nullptr) continue;
    if (!found->second.scalar.empty()) fields.RequireKnown(node->offset, "state", found->second.scalar, names);
    for (const std::string& state : found->second.list) fields.RequireKnown(node->offset, "state", state, names);
  }
}

void ReadStatus(const YamlNode& node, FieldReader& fields, RuleBuilder& builder) {
  StatusMachine status;
  status.at = fields.At(node);
  fields.RejectUnknownKeys(node, kStatusKeys);
  status.id = fields.Id(node, "a status");
  ReadStates(node, status, fields);
  if (const YamlNode* compare = node.Find("compare"); compare != nullptr && fields.IsMap(*compare, "'compare'")) {
    status.settings = ReadSettings(*compare, kStatusKind, fields, builder);
    CheckNamedStates(status, *compare, fields);
  }
  if (node.Find("type") != nullptr) status.type = fields.Text(node, "type");
  status.severity = fields.SeverityOf(node, "severity", Severity::kWarning);
  status.message = ReadMessage(node, "message", {}, fields);
  status.ask = ReadMessage(node, "ask", {}, fields);
  status.description = fields.Text(node, "description");
  status.tests = ReadTests(node, fields);
  RequireTests(node, status.id, status.severity, status.tests, fields);
  if (!status.id.empty()) builder.Claim(builder.ids, status.id, *node.Find("id"), "id", fields);
  builder.set->statuses.push_back(std::move(status));
}

}  // namespace

void ReadRelations(const YamlNode& node, FieldReader& fields, RuleBuilder& builder) {
  if (!fields.IsList(node, "'relations'")) return;
  for (const YamlNode& item : node.items) {
    if (fields.IsMap(item, "a relation")) ReadRelation(item, fields, builder);
  }
}

// What an order and a sum join must be figures.
void CheckRelations(RuleBuilder& builder) {
  const RuleSet& set = *builder.set;
  for (const RelationRule& relation : set.relations) {
    if (relation.check != "order" && relation.check != "sum") continue;
    for (size_t i = 0; i < relation.between.size(); ++i) {
      const bool figures = std::all_of(set.rules.begin(), set.rules.end(), [&](const Rule& rule) {
        const CompareKind* kind = FindCompareKind(rule.compare_as, rule.aligned);
        return rule.attribute != relation.between[i] || (kind != nullptr && !kind->captures.empty());
      });
      const bool status = std::any_of(set.statuses.begin(), set.statuses.end(),
                                      [&](const StatusMachine& machine) { return machine.id == relation.between[i]; });
      if (figures && !status) continue;
      builder.diagnostics->push_back(ProblemAt(
          set, relation.between_at[i],
          absl::StrCat("'", relation.between[i], "' is no figure, so the check '", relation.check, "' cannot hold it"),
          Diagnostic::Level::kError));
    }
  }
}

void ReadStatuses(const YamlNode& node, FieldReader& fields, RuleBuilder& builder) {
  if (!fields.IsList(node, "'statuses'")) return;
  for (const YamlNode& item : node.items) {
    if (fields.IsMap(item, "a status")) ReadStatus(item, fields, builder);
  }
}

}  // namespace crosscheck
