#include "claim/named_claims.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "base/utf8.h"
#include "claim/claim_scope.h"
#include "claim/modality.h"

namespace crosscheck {

namespace {

const char* SlotType(const Analysis& analysis, const NamedEntity& entity) {
  // An entity of the rules is in by its id: slots of its type and of {name} hold it too.
  if (entity.definition >= 0) return analysis.rules->entities[static_cast<size_t>(entity.definition)].id.c_str();
  return NameTypeSlot(entity.type);
}

// "The Bill goes to the Senate": what a text capitalises without naming anything stays a word for the patterns.
bool IsCommonNoun(const Analysis& analysis, const Sentence& sentence, const NameMention& name) {
  const LexiconId common = analysis.lexicons->Find("capitalised-nouns");
  if (common == kNoLexicon || analysis.entities[name.entity].definition >= 0) return false;
  for (uint32_t w = name.first; w < name.last; ++w) {
    const bool found = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == common && hit.first <= w && w < hit.last;
    });
    if (!found) return false;
  }
  return true;
}

// A value or a name of a sentence, which can fill a slot.
struct Candidate {
  SlotItem item;
  int name = -1;
  int value = -1;
};

}  // namespace

SentenceItems AbstractSentence(const Analysis& analysis, const DocumentAnalysis& document, const Sentence& sentence) {
  std::vector<Candidate> candidates;
  for (uint32_t index : sentence.values) {
    const Mention& mention = document.values[index].mention;
    candidates.push_back(
        {{std::string(ValueKindName(mention.value.kind)), mention.span, 0}, -1, static_cast<int>(index)});
  }
  for (uint32_t i = 0; i < sentence.names.size(); ++i) {
    const NameMention& name = sentence.names[i];
    if (IsCommonNoun(analysis, sentence, name)) continue;
    candidates.push_back({{SlotType(analysis, analysis.entities[name.entity]), name.span, 0}, static_cast<int>(i), -1});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.item.span < b.item.span; });
  SentenceItems out;
  std::vector<SlotItem> kept;
  size_t end = 0;
  for (Candidate& candidate : candidates) {
    if (candidate.item.span.begin < end || candidate.item.span.empty()) continue;
    end = candidate.item.span.end;
    candidate.item.index = static_cast<uint32_t>(kept.size());
    kept.push_back(std::move(candidate.item));
    out.names.push_back(candidate.name);
    out.values.push_back(candidate.value);
  }
  out.segment = Abstract(sentence.text, std::move(kept));
  return out;
}

namespace {

class ClaimMaker {
 public:
  ClaimMaker(const Analysis& analysis, const Matcher& matcher, ClaimTrace* trace)
      : analysis_(analysis), matcher_(matcher), trace_(trace) {}

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
    SentenceItems items = AbstractSentence(analysis_, document, sentence);
    const bool traced = trace_ != nullptr && trace_->Wants(d, s);
    SentenceTrace trace;
    MatchTrace match_trace;
    for (const PatternMatch& match : matcher_.Match(items.segment, traced ? &match_trace : nullptr)) {
      NamedClaim made;
      made.owner = match.owner;
      made.rule = match.rule;
      made.state = match.state;
      made.pattern = match.pattern;
      made.document = d;
      made.sentence = s;
      made.span = match.span;
      const MatchStep::Outcome outcome = FromMatch(sentence, items, match, made);
      const bool claimed = outcome == MatchStep::Outcome::kClaim;
      if (traced) trace.steps.push_back({match, outcome, 0, {}, claimed ? static_cast<int>(claims_.size()) : -1});
      if (claimed) claims_.push_back(std::move(made));
    }
    if (!traced) return;
    for (MatchTrace::Vetoed& vetoed : match_trace.vetoed) {
      trace.steps.push_back({std::move(vetoed.match), MatchStep::Outcome::kVetoed, vetoed.unless, vetoed.by, -1});
    }
    trace.document = d;
    trace.sentence = s;
    trace.segment = std::move(items.segment);
    trace_->sentences.push_back(std::move(trace));
  }

  MatchStep::Outcome FromMatch(const Sentence& sentence, const SentenceItems& items, const PatternMatch& match,
                               NamedClaim& made) const {
    if (match.owner == PatternMatch::Owner::kStatus) {
      FromStatus(sentence, match, made);
      return MatchStep::Outcome::kClaim;
    }
    if (!ZoneAllowed(analysis_.rules->rules[match.rule].zones, sentence.zone)) return MatchStep::Outcome::kZone;
    return FromRule(sentence, items, match, made) ? MatchStep::Outcome::kClaim : MatchStep::Outcome::kNoValue;
  }

  void FromStatus(const Sentence& sentence, const PatternMatch& match, NamedClaim& made) const {
    const StatusMachine& machine = analysis_.rules->statuses[match.rule];
    made.claim = ClaimAt(analysis_.documents[made.document], sentence, match.span);
    made.claim.rule = machine.id;
    made.claim.attribute = machine.id;
    made.claim.value.kind = "status";
    made.claim.value.canonical = machine.states[match.state].name;
  }

  bool FromRule(const Sentence& sentence, const SentenceItems& items, const PatternMatch& match,
                NamedClaim& made) const {
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
    if (value != nullptr) SetValue(sentence, items, *value, made);
    if (made.value < 0) made.claim.modality = ModalityOf(sentence, match.span);
    if (!ModalityAllowed(rule, made.claim.modality)) return false;
    SetSubject(rule, sentence, items, subject, match, made);
    AddScope(analysis_, rule, made);
    for (const Capture& capture : match.captures) {
      if (capture.name != "value" && capture.name != "subject") {
        made.claim.scope[capture.name] =
            capture.group.empty() ? Fold(sentence.text.substr(capture.span.begin, capture.span.size())) : capture.group;
      }
    }
    return made.value >= 0 || !made.claim.value.canonical.empty();
  }

  static bool ModalityAllowed(const Rule& rule, Modality modality) {
    return rule.modality.empty() ||
           std::find(rule.modality.begin(), rule.modality.end(), ModalityName(modality)) != rule.modality.end();
  }

  // Of a claim of words: as the words before the phrase have it.
  Modality ModalityOf(const Sentence& sentence, TextSpan span) const {
    for (uint32_t i = 0; i < sentence.words.size(); ++i) {
      if (sentence.words[i].span.end > span.begin) return ModalityAt(analysis_, sentence, i);
    }
    return Modality::kStated;
  }

  void SetValue(const Sentence& sentence, const SentenceItems& items, const Capture& value, NamedClaim& made) const {
    if (!value.group.empty()) {
      made.claim.value.canonical = value.group;
      return;
    }
    const size_t item = value.item < 0 ? 0 : items.segment.items[static_cast<size_t>(value.item)].index;
    if (value.item >= 0 && items.values[item] >= 0) {
      made.value = items.values[item];
      const ValueMention& mention = analysis_.documents[made.document].values[static_cast<size_t>(made.value)];
      made.claim.value.value = mention.mention.value;
      made.claim.value.kind = std::string(ValueKindName(mention.mention.value.kind));
      made.claim.modality = mention.frame.modality;
    } else if (value.item >= 0) {
      made.value_name = static_cast<int>(sentence.names[static_cast<size_t>(items.names[item])].entity);
      made.claim.value.canonical = analysis_.entities[static_cast<size_t>(made.value_name)].key;
    } else {
      made.claim.value.canonical = Fold(made.claim.value.text);
    }
  }

  void SetSubject(const Rule& rule, const Sentence& sentence, const SentenceItems& items, const Capture* capture,
                  const PatternMatch& match, NamedClaim& made) const {
    if (!rule.subject.empty() && rule.subject.front() == '=') {
      made.claim.subject = rule.subject.substr(1);
      return;
    }
    if (capture != nullptr && capture->item >= 0) {
      const int name = items.names[items.segment.items[static_cast<size_t>(capture->item)].index];
      if (name >= 0) made.subject = static_cast<int>(sentence.names[static_cast<size_t>(name)].entity);
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
  ClaimTrace* trace_;
  std::vector<NamedClaim> claims_;
};

}  // namespace

std::vector<NamedClaim> MakeNamedClaims(const Analysis& analysis, const Matcher& matcher, ClaimTrace* trace) {
  return ClaimMaker(analysis, matcher, trace).Run();
}

}  // namespace crosscheck
