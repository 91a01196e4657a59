#include "claim/named_claims.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

// A slot item's index tells values and names apart: names come after all values.
struct ItemSource {
  bool is_name = false;
  uint32_t index = 0;  // into DocumentAnalysis::values, or Sentence::names
};

const char* SlotType(const Analysis& analysis, const NamedEntity& entity) {
  if (entity.definition >= 0) return analysis.rules->entities[static_cast<size_t>(entity.definition)].type.c_str();
  switch (entity.type) {
    case NameType::kPerson:
      return "person";
    case NameType::kOrganisation:
      return "org";
    case NameType::kPlace:
      return "place";
    case NameType::kUnknown:
      break;
  }
  return "name";
}

AbstractedSegment AbstractSentence(const Analysis& analysis, const DocumentAnalysis& document, const Sentence& sentence,
                                   std::vector<ItemSource>& sources) {
  std::vector<std::pair<SlotItem, ItemSource>> items;
  for (uint32_t index : sentence.values) {
    const Mention& mention = document.values[index].mention;
    items.push_back({{std::string(ValueKindName(mention.value.kind)), mention.span, 0}, {false, index}});
  }
  for (uint32_t i = 0; i < sentence.names.size(); ++i) {
    const NameMention& name = sentence.names[i];
    items.push_back({{SlotType(analysis, analysis.entities[name.entity]), name.span, 0}, {true, i}});
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const auto& a, const auto& b) { return a.first.span < b.first.span; });
  std::vector<SlotItem> kept;
  sources.clear();
  size_t end = 0;
  for (auto& [item, source] : items) {
    if (item.span.begin < end || item.span.empty()) continue;
    end = item.span.end;
    item.index = static_cast<uint32_t>(kept.size());
    kept.push_back(std::move(item));
    sources.push_back(source);
  }
  return Abstract(sentence.text, std::move(kept));
}

class ClaimMaker {
 public:
  ClaimMaker(const Analysis& analysis, const Matcher& matcher) : analysis_(analysis), matcher_(matcher) {}

  std::vector<NamedClaim> Run() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      const DocumentAnalysis& document = analysis_.documents[d];
      for (uint32_t s = 0; s < document.sentences.size(); ++s) FromSentence(d, s);
    }
    return std::move(claims_);
  }

 private:
  static bool ZoneAllowed(const std::vector<Zone>& zones, Zone zone) {
    return zones.empty() || std::find(zones.begin(), zones.end(), zone) != zones.end();
  }

  void FromSentence(uint32_t d, uint32_t s) {
    const DocumentAnalysis& document = analysis_.documents[d];
    const Sentence& sentence = document.sentences[s];
    std::vector<ItemSource> sources;
    const AbstractedSegment segment = AbstractSentence(analysis_, document, sentence, sources);
    for (const PatternMatch& match : matcher_.Match(segment)) {
      NamedClaim made;
      made.owner = match.owner;
      made.rule = match.rule;
      made.state = match.state;
      made.document = d;
      made.sentence = s;
      made.span = match.span;
      if (match.owner == PatternMatch::Owner::kStatus) {
        FromStatus(sentence, match, made);
      } else if (!ZoneAllowed(analysis_.rules->rules[match.rule].zones, sentence.zone) ||
                 !FromRule(sentence, segment, sources, match, made)) {
        continue;
      }
      claims_.push_back(std::move(made));
    }
  }

  void FromStatus(const Sentence& sentence, const PatternMatch& match, NamedClaim& made) const {
    const StatusMachine& machine = analysis_.rules->statuses[match.rule];
    made.claim = ClaimAt(analysis_.documents[made.document], sentence, match.span);
    made.claim.rule = machine.id;
    made.claim.attribute = machine.id;
    made.claim.value.kind = "status";
    made.claim.value.canonical = machine.states[match.state].name;
  }

  bool FromRule(const Sentence& sentence, const AbstractedSegment& segment, const std::vector<ItemSource>& sources,
                const PatternMatch& match, NamedClaim& made) const {
    const DocumentAnalysis& document = analysis_.documents[made.document];
    const Rule& rule = analysis_.rules->rules[match.rule];
    const Capture* value = nullptr;
    const Capture* subject = nullptr;
    for (const Capture& capture : match.captures) {
      if (capture.name == "value") value = &capture;
      if (capture.name == "subject") subject = &capture;
    }
    made.claim = ClaimAt(document, sentence, value != nullptr ? value->span : match.span);
    made.claim.rule = rule.id;
    made.claim.attribute = rule.attribute;
    made.claim.value.kind = rule.compare_as;
    made.claim.value.canonical = rule.value;
    if (value != nullptr) SetValue(document, segment, sources, *value, made);
    SetSubject(rule, sentence, segment, sources, subject, match, made);
    for (const Capture& capture : match.captures) {
      if (capture.name != "value" && capture.name != "subject") {
        made.claim.scope[capture.name] =
            capture.group.empty() ? Fold(sentence.text.substr(capture.span.begin, capture.span.size())) : capture.group;
      }
    }
    return made.value >= 0 || !made.claim.value.canonical.empty();
  }

  static void SetValue(const DocumentAnalysis& document, const AbstractedSegment& segment,
                       const std::vector<ItemSource>& sources, const Capture& value, NamedClaim& made) {
    if (!value.group.empty()) {
      made.claim.value.canonical = value.group;
      return;
    }
    if (value.item >= 0) {
      const ItemSource& source = sources[segment.items[static_cast<size_t>(value.item)].index];
      if (!source.is_name) {
        made.value = static_cast<int>(source.index);
        const ValueMention& mention = document.values[source.index];
        made.claim.value.value = mention.mention.value;
        made.claim.value.kind = std::string(ValueKindName(mention.mention.value.kind));
        made.claim.modality = mention.frame.modality;
        return;
      }
    }
    made.claim.value.canonical = Fold(made.claim.value.text);
  }

  void SetSubject(const Rule& rule, const Sentence& sentence, const AbstractedSegment& segment,
                  const std::vector<ItemSource>& sources, const Capture* capture, const PatternMatch& match,
                  NamedClaim& made) const {
    if (!rule.subject.empty() && rule.subject.front() == '=') {
      made.claim.subject = rule.subject.substr(1);
      return;
    }
    if (capture != nullptr && capture->item >= 0) {
      const ItemSource& source = sources[segment.items[static_cast<size_t>(capture->item)].index];
      if (source.is_name) made.subject = static_cast<int>(sentence.names[source.index].entity);
    }
    if (made.subject < 0 && capture == nullptr && rule.subject == "nearest") {
      for (const NameMention& name : sentence.names) {
        if (name.span.begin <= match.span.begin || made.subject < 0) made.subject = static_cast<int>(name.entity);
      }
    }
    if (made.subject >= 0) {
      made.claim.subject = analysis_.entities[static_cast<size_t>(made.subject)].key;
    } else if (capture != nullptr) {
      made.claim.subject = Fold(sentence.text.substr(capture->span.begin, capture->span.size()));
    }
  }

  const Analysis& analysis_;
  const Matcher& matcher_;
  std::vector<NamedClaim> claims_;
};

}  // namespace

std::vector<NamedClaim> MakeNamedClaims(const Analysis& analysis, const Matcher& matcher) {
  return ClaimMaker(analysis, matcher).Run();
}

}  // namespace crosscheck
