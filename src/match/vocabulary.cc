#include "match/vocabulary.h"

#include <algorithm>
#include <set>

#include "match/item_char.h"

namespace crosscheck {

namespace {

void Normalise(CharSet& set) {
  std::sort(set.begin(), set.end());
  CharSet merged;
  for (const auto& range : set) {
    if (!merged.empty() && range.first <= merged.back().second + 1) {
      merged.back().second = std::max(merged.back().second, range.second);
    } else {
      merged.push_back(range);
    }
  }
  set = std::move(merged);
}

}  // namespace

Vocabulary::Vocabulary(const RuleSet& rules) {
  CharSet values;
  CharSet names = {{kOtherNameChar, kLastItemChar}};
  for (const SlotType& type : kSlotTypes) {
    const char32_t c = ItemChar(type.name);
    CharSet& own = chars_[std::string(type.name)];
    own.emplace_back(c, c);
    // Few texts say of a name whether it is a person's, a firm's or a place's: one that may be any of them fits each.
    if (!type.is_value && type.name != kAnyName) own.emplace_back(ItemChar(kAnyName), ItemChar(kAnyName));
    (type.is_value ? values : names).emplace_back(c, c);
  }
  // Entities of one type get neighbouring characters, so that a slot for the type is one range.
  std::vector<const EntityDefinition*> entities;
  for (const EntityDefinition& entity : rules.entities) entities.push_back(&entity);
  std::sort(entities.begin(), entities.end(), [](const EntityDefinition* a, const EntityDefinition* b) {
    return std::tie(a->type, a->id) < std::tie(b->type, b->id);
  });
  char32_t next = kOtherNameChar + 1;
  for (const EntityDefinition* entity : entities) {
    if (next >= kLastItemChar) break;  // 65,000 entities; the rest are names
    if (!other_chars_.contains(entity->type) && ItemChar(entity->type) == kOtherNameChar) {
      other_chars_[entity->type] = next;  // something said to be of that type, and no entity of the rules
      chars_[entity->type].emplace_back(next, next);
      ++next;
    }
    other_chars_[entity->id] = next;
    chars_[entity->id].emplace_back(next, next);
    if (entity->id != entity->type) chars_[entity->type].emplace_back(next, next);
    ++next;
  }
  chars_[std::string(kAnyValue)] = values;
  chars_[std::string(kAnyName)] = names;
  for (auto& entry : chars_) Normalise(entry.second);
}

CharSet Vocabulary::CharsOf(absl::string_view name) const {
  const auto found = chars_.find(name);
  return found == chars_.end() ? CharSet{} : found->second;
}

char32_t Vocabulary::CharOfOther(absl::string_view type) const {
  const auto found = other_chars_.find(type);
  return found == other_chars_.end() ? kOtherNameChar : found->second;
}

Atom Vocabulary::AddWord(absl::string_view word) {
  const auto [entry, fresh] = words_.try_emplace(std::string(word), count_);
  if (fresh) words_by_atom_[count_++] = word.size();
  return entry->second;
}

Atom Vocabulary::FindWord(absl::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? kNoAtom : found->second;
}

Atom Vocabulary::AddCharSet(const CharSet& set) {
  CharSet key = set;
  Normalise(key);
  const auto [entry, fresh] = char_sets_.try_emplace(key, count_);
  if (fresh) ++count_;
  return entry->second;
}

size_t Vocabulary::WordSize(Atom atom) const {
  const auto found = words_by_atom_.find(atom);
  return found == words_by_atom_.end() ? 0 : found->second;
}

void Vocabulary::Seal() {
  std::set<char32_t> known = {kOtherNameChar};
  for (const SlotType& type : kSlotTypes) known.insert(ItemChar(type.name));
  for (const auto& entry : other_chars_) known.insert(entry.second);
  for (const char32_t c : known) {
    for (const auto& [set, atom] : char_sets_) {
      const bool held =
          std::any_of(set.begin(), set.end(), [c](const auto& range) { return range.first <= c && c <= range.second; });
      if (held) atoms_of_char_[c].push_back(atom);
    }
  }
}

const std::vector<Atom>& Vocabulary::AtomsOfChar(char32_t c) const {
  const auto found = atoms_of_char_.find(c);
  return found == atoms_of_char_.end() ? none_ : found->second;
}

}  // namespace crosscheck
