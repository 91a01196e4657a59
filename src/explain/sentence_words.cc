#include "explain/sentence_words.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/utf8.h"
#include "compare/named.h"
#include "report/value_bounds.h"
#include "value/mention.h"

namespace crosscheck {

namespace {

// "3000000 USD", "1187 to 1300", "at least …": a value as the program reads it.
std::string ValueWords(const Value& value) {
  const std::string low = BoundText(value.kind, value.low);
  const std::string high = BoundText(value.kind, value.high);
  std::string out;
  if (low.empty() && high.empty()) {
    out = value.kind == ValueKind::kDate ? "which day is not known" : "no figure";
  } else if (low == high) {
    out = low;
  } else {
    out = absl::StrCat(low.empty() ? "…" : low, value.kind == ValueKind::kScore ? " to " : " up to ",
                       high.empty() ? "…" : high);
  }
  if (!value.unit.empty()) absl::StrAppend(&out, " ", value.unit);
  if (!value.per.empty()) absl::StrAppend(&out, " a ", value.per);
  if (value.modifier != Modifier::kExact) absl::StrAppend(&out, ", ", ModifierName(value.modifier));
  return out;
}

std::string NounOf(const Analysis& analysis, const Frame& frame) {
  if (frame.head == 0) return "";
  std::string noun = analysis.words.Text(frame.head);
  if (noun.front() == '=') noun.erase(0, 1);  // a group of synonyms
  return noun;
}

std::string ReadingWords(const Analysis& analysis, const ValueMention& value) {
  std::vector<std::string> parts = {ValueWords(value.mention.value)};
  if (const std::string noun = NounOf(analysis, value.frame); !noun.empty()) {
    parts.push_back(absl::StrCat("of ‘", noun, "’"));
  }
  if (value.frame.subject >= 0) {
    parts.push_back(absl::StrCat("near ‘", analysis.entities[static_cast<size_t>(value.frame.subject)].display, "’"));
  }
  if (value.frame.modality != Modality::kStated) parts.emplace_back(ModalityName(value.frame.modality));
  const LexiconId scope = analysis.lexicons->Find("scope");
  for (uint16_t bit = 0; bit < 64; ++bit) {
    if ((value.frame.scope >> bit) & 1) {
      parts.push_back(absl::StrCat("scope ‘", analysis.lexicons->GroupName(scope, bit), "’"));
    }
  }
  return absl::StrJoin(parts, "; ");
}

std::string NameKind(const Analysis& analysis, const NamedEntity& entity) {
  if (entity.definition >= 0) return analysis.rules->entities[static_cast<size_t>(entity.definition)].type;
  return NameTypeSlot(entity.type);
}

class SentenceDescriber {
 public:
  SentenceDescriber(const Analysis& analysis, const SentenceTrace& trace)
      : analysis_(analysis),
        trace_(trace),
        document_(analysis.documents[trace.document]),
        sentence_(document_.sentences[trace.sentence]) {}

  ExplainedSentence Run() {
    out_.document = document_.index;
    out_.span = InDocument({0, sentence_.text.size()});
    out_.zone = std::string(ZoneName(sentence_.zone));
    out_.text = std::string(sentence_.text);
    out_.seen = Seen();
    for (const uint32_t index : sentence_.values) {
      const ValueMention& value = document_.values[index];
      out_.values.push_back(
          Phrase(value.mention.span, ValueKindName(value.mention.value.kind), ReadingWords(analysis_, value)));
    }
    for (const NameMention& name : sentence_.names) {
      const NamedEntity& entity = analysis_.entities[name.entity];
      out_.names.push_back(Phrase(name.span, NameKind(analysis_, entity), entity.display));
    }
    AddNoValues();
    return std::move(out_);
  }

 private:
  TextSpan InDocument(TextSpan span) const {
    const size_t begin = document_.document->segments()[sentence_.segment].span.begin;
    return sentence_.block->ToDocument({begin + span.begin, begin + span.end});
  }

  ExplainedPhrase Phrase(TextSpan span, absl::string_view kind, std::string reason) const {
    return {std::string(sentence_.text.substr(span.begin, span.size())), InDocument(span), std::string(kind),
            std::move(reason)};
  }

  // The folded text, with "{money}" and the like in place of the items.
  std::string Seen() const {
    const AbstractedSegment& segment = trace_.segment;
    std::string out;
    for (size_t at = 0; at < segment.text.size();) {
      const auto size = static_cast<size_t>(DecodeUtf8(segment.text, at).size);
      if (segment.item_at[at] >= 0) {
        absl::StrAppend(&out, "{", segment.items[static_cast<size_t>(segment.item_at[at])].type, "}");
      } else {
        out.append(segment.text, at, size);
      }
      at += size;
    }
    return out;
  }

  // Words with a digit, and number words, that no value covers.
  void AddNoValues() {
    ReadOptions options;
    options.document_day = document_.document->info().published;
    for (const Word& word : sentence_.words) {
      const bool covered = std::any_of(sentence_.values.begin(), sentence_.values.end(), [&](uint32_t index) {
        return document_.values[index].mention.phrase.Overlaps(word.span);
      });
      if (covered) continue;
      std::string reason;
      for (size_t at = word.span.begin; at < word.span.end && reason.empty(); ++at) {
        const bool digit = sentence_.text[at] >= '0' && sentence_.text[at] <= '9';
        if (at == word.span.begin || digit) reason = ExplainNonValue(sentence_.text, at, options);
        if (digit) break;
      }
      if (reason.empty() && !word.number) continue;
      out_.no_values.push_back(Phrase(word.span, "", reason.empty() ? "not read as a value" : reason));
    }
  }

  const Analysis& analysis_;
  const SentenceTrace& trace_;
  const DocumentAnalysis& document_;
  const Sentence& sentence_;
  ExplainedSentence out_;
};

}  // namespace

ExplainedSentence DescribeSentence(const Analysis& analysis, const SentenceTrace& trace) {
  return SentenceDescriber(analysis, trace).Run();
}

ExplainedSentence DescribeBoilerplate(const DocumentAnalysis& document, uint32_t segment) {
  const Segment& one = document.document->segments()[segment];
  const Block& block = document.document->blocks()[one.block];
  ExplainedSentence out;
  out.document = document.index;
  out.span = block.ToDocument(one.span);
  out.zone = std::string(ZoneName(block.zone));
  out.read = false;
  out.text = std::string(document.document->SegmentText(one));
  return out;
}

std::string ClaimWords(const Analysis& analysis, const Claim& claim) {
  std::string out = absl::StrCat("the ", claim.attribute);
  if (!claim.subject.empty()) absl::StrAppend(&out, " of ‘", FillMessage(analysis, "{subject}", claim, claim), "’");
  absl::StrAppend(&out, " is “", claim.value.text, "”");
  const std::string reading = claim.value.value ? ValueWords(*claim.value.value) : claim.value.canonical;
  if (!reading.empty()) absl::StrAppend(&out, " (", reading, ")");
  for (const auto& [key, value] : claim.scope) absl::StrAppend(&out, ", ", key, " ‘", value, "’");
  return absl::StrCat(out, "; ", ModalityName(claim.modality));
}

}  // namespace crosscheck
