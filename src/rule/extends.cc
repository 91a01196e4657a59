#include "rule/extends.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "rule/did_you_mean.h"

namespace crosscheck {

namespace {

using Kind = YamlNode::Kind;

// A copy whose offsets say that it is of `file`, and that nobody has read.
YamlNode CopyOf(const YamlNode& node, uint32_t file) {
  YamlNode copy;
  copy.kind = node.kind;
  copy.style = node.style;
  copy.offset = OffsetInFile(FileOfOffset(node.offset, file), ByteOfOffset(node.offset));
  copy.nodes = node.nodes;
  copy.scalar = node.scalar;
  for (const YamlNode& item : node.items) copy.items.push_back(CopyOf(item, file));
  for (const YamlEntry& entry : node.entries) {
    copy.entries.push_back({CopyOf(entry.first, file), CopyOf(entry.second, file)});
  }
  return copy;
}

YamlEntry* FindEntry(YamlNode& map, absl::string_view key) {
  for (YamlEntry& entry : map.entries) {
    if (entry.first.scalar == key) return &entry;
  }
  return nullptr;
}

// The text by which an item is known: its own, or that of {regex: text}.
absl::string_view TextOfItem(const YamlNode& item) {
  if (item.Is(Kind::kMap) && item.entries.size() == 1) return item.entries.front().second.scalar;
  return item.scalar;
}

// A single value stands for a list of one; `compare: amount` for {as: amount}.
void MakeList(YamlNode& node) {
  if (!node.Is(Kind::kScalar) && !node.Is(Kind::kMap)) return;
  YamlNode list;
  list.kind = Kind::kList;
  list.offset = node.offset;
  list.items.push_back(std::move(node));
  node = std::move(list);
}
void MakeSettings(YamlNode& node) {
  if (!node.Is(Kind::kScalar)) return;
  YamlNode map;
  map.kind = Kind::kMap;
  map.offset = node.offset;
  YamlNode key;
  key.kind = Kind::kScalar;
  key.offset = node.offset;
  key.scalar = "as";
  map.entries.push_back({std::move(key), std::move(node)});
  node = std::move(map);
}

bool IsListShape(KeyShape shape) {
  return shape == KeyShape::kTexts || shape == KeyShape::kPatterns || shape == KeyShape::kTables;
}
bool IsMapShape(KeyShape shape) { return shape == KeyShape::kTable || shape == KeyShape::kCompare; }

// One `key+` or `key-` of a rule, applied to what is inherited.
class Edit {
 public:
  Edit(YamlNode& rule, const YamlEntry& change, const KeyRow& row, FieldReader* fields)
      : rule_(rule), change_(change), row_(row), fields_(fields) {}

  void Run() {
    YamlNode value = change_.second;
    if (!IsListShape(row_.shape) && !IsMapShape(row_.shape)) {
      Fail(change_.first.offset, absl::StrCat("'", row_.name, "' is one value; write '", row_.name, "' to replace it"));
      return;
    }
    const bool adds = change_.first.scalar.back() == '+';
    YamlEntry* inherited = FindEntry(rule_, row_.name);
    if (inherited == nullptr && !adds) {
      Fail(change_.first.offset, absl::StrCat("there is no inherited '", row_.name, "' to take anything out of"));
    } else if (inherited == nullptr) {
      YamlNode key = change_.first;
      key.scalar.pop_back();
      rule_.entries.push_back({std::move(key), std::move(value)});
    } else if (IsListShape(row_.shape)) {
      MakeList(inherited->second);
      MakeList(value);
      adds ? AddItems(inherited->second, std::move(value)) : TakeItems(inherited->second, value);
      // With nothing left it is as if the key had never been written.
      if (inherited->second.items.empty()) DropKey();
    } else {
      if (row_.shape == KeyShape::kCompare) MakeSettings(inherited->second);
      adds ? PutKeys(inherited->second, std::move(value)) : TakeKeys(inherited->second, value);
      if (inherited->second.entries.empty()) DropKey();
    }
  }

 private:
  void Fail(size_t offset, std::string message) {
    if (fields_ != nullptr) fields_->Error(offset, std::move(message));
  }

  void DropKey() {
    std::erase_if(rule_.entries, [this](const YamlEntry& entry) { return entry.first.scalar == row_.name; });
  }

  static void AddItems(YamlNode& list, YamlNode more) {
    for (YamlNode& item : more.items) list.items.push_back(std::move(item));
  }

  void TakeItems(YamlNode& list, const YamlNode& out) {
    for (const YamlNode& item : out.items) {
      const auto found = std::find_if(list.items.begin(), list.items.end(),
                                      [&](const YamlNode& other) { return TextOfItem(other) == TextOfItem(item); });
      if (found != list.items.end()) {
        list.items.erase(found);
        continue;
      }
      std::vector<absl::string_view> known;
      for (const YamlNode& other : list.items) known.push_back(TextOfItem(other));
      Fail(item.offset, absl::StrCat("'", TextOfItem(item), "' is not in the inherited '", row_.name, "'",
                                     DidYouMean(TextOfItem(item), known)));
    }
  }

  void PutKeys(YamlNode& map, YamlNode more) {
    if (!more.Is(Kind::kMap)) {
      Fail(more.offset, absl::StrCat("'", change_.first.scalar, "' must be a map of keys and values"));
      return;
    }
    for (YamlEntry& entry : more.entries) {
      if (YamlEntry* old = FindEntry(map, entry.first.scalar); old != nullptr) {
        *old = std::move(entry);
      } else {
        map.entries.push_back(std::move(entry));
      }
    }
  }

  void TakeKeys(YamlNode& map, YamlNode out) {
    MakeList(out);
    for (const YamlNode& key : out.items) {
      const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                      [&](const YamlEntry& entry) { return entry.first.scalar == key.scalar; });
      if (found != map.entries.end()) {
        map.entries.erase(found);
      } else {
        Fail(key.offset, absl::StrCat("'", key.scalar, "' is not in the inherited '", row_.name, "'"));
      }
    }
  }

  YamlNode& rule_;
  const YamlEntry& change_;
  const KeyRow& row_;
  FieldReader* fields_;
};

// The row that "tags+" or "tags-" changes; nullptr where `key` is none of these.
const KeyRow* ChangedRow(const std::string& key, const KeyTable& keys) {
  if (key.size() < 2 || (key.back() != '+' && key.back() != '-')) return nullptr;
  return keys.Find(absl::string_view(key).substr(0, key.size() - 1));
}

}  // namespace

void InheritedRules::Collect(const YamlNode& root, uint32_t file) {
  for (const YamlEntry& section : root.entries) {
    const bool aligned = section.first.scalar == "aligned";
    if (!aligned && section.first.scalar != "rules") continue;
    for (const YamlNode& rule : section.second.items) {
      for (const YamlEntry& entry : rule.entries) {
        if (entry.first.scalar == "id" && entry.second.Is(Kind::kScalar)) {
          rules_.emplace(entry.second.scalar, WrittenRule{&rule, file, aligned});
        }
      }
    }
  }
}

const WrittenRule* InheritedRules::Find(const std::string& id) const {
  const auto found = rules_.find(id);
  return found == rules_.end() ? nullptr : &found->second;
}

std::optional<YamlNode> InheritedRules::Merge(const YamlNode& written, const KeyTable& keys,
                                              FieldReader& fields) const {
  written.MarkRead();
  std::vector<std::string> path;
  if (const YamlNode* id = written.Find("id"); id != nullptr) path.push_back(id->scalar);
  return MergeFrom(written, fields.FileOf(written.offset), keys, path, &fields);
}

// `fields` is null for the bases of a base: what is wrong with them is said when they are read themselves.
std::optional<YamlNode> InheritedRules::MergeFrom(const YamlNode& written, uint32_t file, const KeyTable& keys,
                                                  std::vector<std::string>& path, FieldReader* fields) const {
  YamlNode rule = CopyOf(written, file);
  const YamlNode* extends = rule.Find("extends");
  if (extends == nullptr) return rule;
  const auto fail = [&](std::string message) -> std::optional<YamlNode> {
    if (fields != nullptr) fields->Error(extends->offset, std::move(message));
    return std::nullopt;
  };
  if (!extends->Is(Kind::kScalar)) return fail("'extends' must be the id of a rule");
  const std::string base_id = extends->scalar;
  const WrittenRule* base = Find(base_id);
  if (base == nullptr) {
    std::vector<absl::string_view> known;
    for (const auto& entry : rules_) known.emplace_back(entry.first);
    return fail(absl::StrCat("unknown rule '", base_id, "'", DidYouMean(base_id, known)));
  }
  if (base->aligned != (&keys == &kAlignedKeys)) {
    return fail(absl::StrCat("'", base_id, "' is ", base->aligned ? "an aligned rule" : "a rule with patterns",
                             "; a rule extends one of its own sort"));
  }
  if (std::find(path.begin(), path.end(), base_id) != path.end()) {
    std::string chain;
    for (const std::string& step : path) absl::StrAppend(&chain, step, " -> ");
    return fail(absl::StrCat("a rule leads back to itself by way of 'extends': ", chain, base_id));
  }
  path.push_back(base_id);
  std::optional<YamlNode> inherited = MergeFrom(*base->node, base->file, keys, path, nullptr);
  path.pop_back();
  if (!inherited.has_value()) return fail(absl::StrCat("what is wrong with '", base_id, "' is in the way"));
  YamlNode& merged = *inherited;
  std::erase_if(merged.entries, [](const YamlEntry& entry) {
    const std::string& key = entry.first.scalar;
    return key == "id" || key == "examples" || key == "swaps" || key == "tests" || key == "extends";
  });
  merged.offset = rule.offset;
  for (const YamlEntry& entry : rule.entries) {
    const KeyRow* changed = ChangedRow(entry.first.scalar, keys);
    if (changed == nullptr) {
      if (YamlEntry* old = FindEntry(merged, entry.first.scalar); old != nullptr) {
        *old = entry;
      } else {
        merged.entries.push_back(entry);
      }
    } else if (rule.FindKey(changed->name) != nullptr) {
      if (fields != nullptr) {
        fields->Error(entry.first.offset,
                      absl::StrCat("'", changed->name, "' is replaced already; keep one of the two"));
      }
    } else {
      Edit(merged, entry, *changed, fields).Run();
    }
  }
  return inherited;
}

void RequireAllRead(const YamlNode& node, FieldReader& fields) {
  for (const YamlNode& item : node.items) RequireAllRead(item, fields);
  for (const YamlEntry& entry : node.entries) {
    if (entry.second.was_read) {
      RequireAllRead(entry.second, fields);
    } else {
      fields.Error(entry.first.offset, absl::StrCat("'", entry.first.scalar, "' has no effect here"));
    }
  }
}

}  // namespace crosscheck
