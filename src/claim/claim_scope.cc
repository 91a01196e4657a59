#include "claim/claim_scope.h"

#include <algorithm>
#include <limits>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

size_t Distance(TextSpan a, TextSpan b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

std::string DayText(const Exact& day) {
  return absl::FormatCivilTime(absl::CivilDay(1970, 1, 1) + static_cast<int64_t>(day.numerator()));
}

// One name for a period however it is worded.
std::string PeriodName(const Value& date, absl::string_view words) {
  if (!date.low.has_value() || !date.high.has_value() || !date.low->is_integer() || !date.high->is_integer()) {
    return Fold(words);
  }
  return absl::StrCat(DayText(*date.low), "/", DayText(*date.high));
}

std::string NearestPeriod(const DocumentAnalysis& document, const Sentence& sentence, const NamedClaim& made,
                          TextSpan from) {
  std::string period;
  size_t nearest = std::numeric_limits<size_t>::max();
  for (uint32_t index : sentence.values) {
    const Mention& mention = document.values[index].mention;
    if (static_cast<int>(index) == made.value || mention.value.kind != ValueKind::kDate) continue;
    if (const size_t distance = Distance(mention.span, from); distance < nearest) {
      nearest = distance;
      period = PeriodName(mention.value, sentence.text.substr(mention.span.begin, mention.span.size()));
    }
  }
  return period;
}

bool IsPlace(const Analysis& analysis, const NamedEntity& entity) {
  if (entity.definition < 0) return entity.type == NameType::kPlace;
  return analysis.rules->entities[static_cast<size_t>(entity.definition)].type == "place";
}

std::string NearestPlace(const Analysis& analysis, const Sentence& sentence, const NamedClaim& made, TextSpan from) {
  std::string place;
  size_t nearest = std::numeric_limits<size_t>::max();
  for (const NameMention& name : sentence.names) {
    const NamedEntity& entity = analysis.entities[name.entity];
    const auto index = static_cast<int>(name.entity);
    if (index == made.subject || index == made.value_name || !IsPlace(analysis, entity)) continue;
    if (const size_t distance = Distance(name.span, from); distance < nearest) {
      nearest = distance;
      place = entity.key;
    }
  }
  return place;
}

bool IsWordByte(char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0; }

// Where `phrase` stands in `text` as whole words; npos where it does not.
size_t FindWhole(absl::string_view text, absl::string_view phrase) {
  for (size_t at = text.find(phrase); at != absl::string_view::npos; at = text.find(phrase, at + 1)) {
    const size_t end = at + phrase.size();
    const bool whole = (at == 0 || !IsWordByte(text[at - 1])) && (end == text.size() || !IsWordByte(text[end]));
    if (whole) return at;
  }
  return absl::string_view::npos;
}

// The word of the list that stands first, as the rule writes it.
std::string FirstWord(const ScopeKey& key, absl::string_view folded) {
  std::string word;
  size_t first = absl::string_view::npos;
  for (const ScopeWord& candidate : key.words) {
    for (const std::string& form : candidate.forms) {
      if (const size_t at = FindWhole(folded, form); at < first) {
        first = at;
        word = candidate.text;
      }
    }
  }
  return word;
}

}  // namespace

void AddScope(const Analysis& analysis, const Rule& rule, NamedClaim& made) {
  if (rule.scope.empty()) return;
  const DocumentAnalysis& document = analysis.documents[made.document];
  const Sentence& sentence = document.sentences[made.sentence];
  const TextSpan from = made.value < 0 ? made.span : document.values[static_cast<size_t>(made.value)].mention.span;
  for (const ScopeKey& key : rule.scope) {
    std::string found;
    if (key.name == "period") {
      found = NearestPeriod(document, sentence, made, from);
    } else if (key.name == "place") {
      found = NearestPlace(analysis, sentence, made, from);
    } else {
      found = FirstWord(key, Fold(sentence.text));
    }
    if (!found.empty()) made.claim.scope[key.name] = std::move(found);
  }
}

}  // namespace crosscheck
