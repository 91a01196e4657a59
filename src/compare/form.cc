#include "compare/form.h"

#include <algorithm>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace crosscheck {

namespace {

// "2019" without a noun is a year more often than a count.
bool LooksLikeYear(const Value& value) {
  return value.kind == ValueKind::kNumber && value.noun.empty() && value.step == Exact(1) && value.low &&
         *value.low >= Exact(1800) && *value.low <= Exact(2100);
}

bool IsFraction(const Value& value) { return value.kind == ValueKind::kNumber && value.is_fraction; }

bool IsPlain(const Value& value) { return value.kind == ValueKind::kNumber && !value.is_fraction; }

bool IsFigure(const Value& value) {
  return value.kind == ValueKind::kMoney || value.kind == ValueKind::kPercent || value.kind == ValueKind::kPoints ||
         value.kind == ValueKind::kQuantity || (IsPlain(value) && !LooksLikeYear(value));
}

bool CountsPoints(const Value& value) {
  return value.kind == ValueKind::kNumber && (value.noun == "points" || value.noun == "point");
}

struct FigureType {
  absl::string_view name;
  bool (*is)(const Value& value);
};

constexpr FigureType kFigureTypes[] = {
    {"figure", IsFigure},
    {"number", [](const Value& v) { return IsPlain(v) && !LooksLikeYear(v); }},
    {"money", [](const Value& v) { return v.kind == ValueKind::kMoney; }},
    {"percent", [](const Value& v) { return v.kind == ValueKind::kPercent; }},
    {"points", [](const Value& v) { return v.kind == ValueKind::kPoints; }},
    {"quantity", [](const Value& v) { return v.kind == ValueKind::kQuantity; }},
    {"fraction", IsFraction},
    {"share", [](const Value& v) { return v.kind == ValueKind::kPercent || IsFraction(v); }},
    {"rate",
     [](const Value& v) {
       return v.kind == ValueKind::kPercent || v.kind == ValueKind::kPoints || IsFraction(v) || CountsPoints(v);
     }},
    {"end", IsFigure},  // one end of a range or score: see IsOfType
    {"count", [](const Value& v) { return (IsPlain(v) && !LooksLikeYear(v)) || v.kind == ValueKind::kDuration; }},
    {"date", [](const Value& v) { return v.kind == ValueKind::kDate; }},
    {"duration", [](const Value& v) { return v.kind == ValueKind::kDuration; }},
    {"age",  // "at 94" is a bare number; the form has to say that it is an age
     [](const Value& v) {
       return v.kind == ValueKind::kAge || (IsPlain(v) && v.noun.empty() && v.low && *v.low <= Exact(120));
     }},
    {"years", [](const Value& v) { return v.kind == ValueKind::kAge || v.kind == ValueKind::kDuration; }},
    {"ordinal", [](const Value& v) { return v.kind == ValueKind::kOrdinal; }},
    {"time", [](const Value& v) { return v.kind == ValueKind::kTime; }},
    {"score", [](const Value& v) { return v.kind == ValueKind::kScore; }},
};

// What a gap does not pass over: it could be the figure that is meant.
bool StopsGap(const Value& value) { return IsFigure(value) || value.kind == ValueKind::kScore; }

absl::Status Bad(absl::string_view element, absl::string_view why) {
  return absl::InvalidArgumentError(absl::StrCat("'", element, "' ", why));
}

absl::StatusOr<FormElement> ParsePhrase(absl::string_view text, const LexiconIndex& lexicons) {
  FormElement element;
  element.kind = FormElement::Kind::kPhrase;
  const std::vector<std::string> parts = absl::StrSplit(text.substr(1, text.size() - 2), absl::MaxSplits('.', 1));
  element.lexicon = lexicons.Find(parts[0]);
  if (element.lexicon == kNoLexicon) return Bad(text, "names no lexicon");
  if (parts.size() == 2) {
    element.group = lexicons.FindGroup(element.lexicon, parts[1]);
    if (element.group < 0) return Bad(text, "names no group of its lexicon");
  }
  return element;
}

absl::StatusOr<FormElement> ParseFigure(absl::string_view text) {
  FormElement element;
  element.kind = FormElement::Kind::kFigure;
  const std::vector<std::string> parts = absl::StrSplit(text.substr(1, text.size() - 2), absl::MaxSplits(':', 1));
  if (parts.size() != 2 || parts[1].empty()) return Bad(text, "has no name; write {type:name}");
  element.name = parts[1];
  for (const FigureType& type : kFigureTypes) {
    if (type.name == parts[0]) return element;
    ++element.type;
  }
  return Bad(text, "is no type of figure");
}

absl::StatusOr<FormElement> ParseElement(absl::string_view text, const LexiconIndex& lexicons) {
  if (text.size() > 2 && text.front() == '<' && text.back() == '>') return ParsePhrase(text, lexicons);
  if (text.size() > 2 && text.front() == '{' && text.back() == '}') return ParseFigure(text);
  FormElement element;
  if (absl::ConsumePrefix(&text, "..") || absl::ConsumePrefix(&text, "**")) {
    element.kind = FormElement::Kind::kGap;
    element.figures_in_gap = *(text.data() - 1) == '*';
    if (!absl::SimpleAtoi(text, &element.gap)) return Bad(text, "is no number of words");
    return element;
  }
  if (text == ",") element.kind = FormElement::Kind::kComma;
  if (text == "(") element.kind = FormElement::Kind::kBreak;
  if (text == "//") element.kind = FormElement::Kind::kSentence;
  if (element.kind != FormElement::Kind::kWord) return element;
  element.optional = absl::ConsumeSuffix(&text, "?");
  element.words = absl::StrSplit(text, '|');
  return element;
}

// The search for one form from one place on. Depth and breadth are bounded by the form's elements and gaps.
class Search {
 public:
  Search(const DocumentAnalysis& document, const std::vector<TextFigure>& figures,
         const std::vector<std::vector<uint32_t>>& by_sentence, const Form& form)
      : document_(document), figures_(figures), by_sentence_(by_sentence), form_(form) {}

  bool From(uint32_t sentence, uint32_t word) {
    match = FormMatch();
    match.sentence = sentence;
    match.first = word;
    return Try(0, sentence, word);
  }

  FormMatch match;

 private:
  const Sentence& At(uint32_t sentence) const { return document_.sentences[sentence]; }

  bool Try(size_t at, uint32_t sentence, uint32_t word) {
    if (at == form_.elements.size()) return true;
    const FormElement& element = form_.elements[at];
    switch (element.kind) {
      case FormElement::Kind::kWord:
        return TryWord(element, at, sentence, word);
      case FormElement::Kind::kPhrase:
        return TryPhrase(element, at, sentence, word);
      case FormElement::Kind::kFigure:
        return TryFigure(element, at, sentence, word);
      case FormElement::Kind::kGap:
        return TryGap(element, at, sentence, word);
      case FormElement::Kind::kComma:
      case FormElement::Kind::kBreak: {
        if (word >= At(sentence).words.size()) return Try(at + 1, sentence, word);  // the end is a mark too
        const Word& next = At(sentence).words[word];
        const bool mark = next.break_before || (next.comma_before && element.kind == FormElement::Kind::kComma);
        return mark && Try(at + 1, sentence, word);
      }
      case FormElement::Kind::kSentence:
        return sentence + 1 < document_.sentences.size() && !At(sentence + 1).block->cell &&
               !At(sentence).block->cell && Try(at + 1, sentence + 1, 0);
    }
    return false;
  }

  bool TryWord(const FormElement& element, size_t at, uint32_t sentence, uint32_t word) {
    const auto& words = At(sentence).words;
    if (word < words.size() &&
        std::find(element.words.begin(), element.words.end(), words[word].text) != element.words.end() &&
        Try(at + 1, sentence, word + 1)) {
      return true;
    }
    return element.optional && Try(at + 1, sentence, word);
  }

  bool TryPhrase(const FormElement& element, size_t at, uint32_t sentence, uint32_t word) {
    const auto& hits = At(sentence).hits;
    auto hit = std::lower_bound(hits.begin(), hits.end(), word,
                                [](const LexiconHit& h, uint32_t first) { return h.first < first; });
    for (; hit != hits.end() && hit->first == word; ++hit) {
      if (hit->lexicon != element.lexicon || (element.group >= 0 && hit->group != element.group)) continue;
      match.phrases.emplace_back(*hit, sentence);
      if (Try(at + 1, sentence, hit->last)) return true;
      match.phrases.pop_back();
    }
    return false;
  }

  bool TryFigure(const FormElement& element, size_t at, uint32_t sentence, uint32_t word) {
    for (uint32_t index : by_sentence_[sentence]) {
      const TextFigure& figure = figures_[index];
      if (figure.first != word || !IsOfType(figure, element.type)) continue;
      match.figures.emplace_back(element.name, &figure);
      if (Try(at + 1, sentence, figure.last)) return true;
      match.figures.pop_back();
    }
    return false;
  }

  bool TryGap(const FormElement& element, size_t at, uint32_t sentence, uint32_t word) {
    for (uint32_t skipped = 0; skipped <= element.gap; ++skipped) {
      if (Try(at + 1, sentence, word + skipped)) return true;
      if (word + skipped >= At(sentence).words.size()) return false;
      if (element.figures_in_gap) continue;
      if (FigureBegins(sentence, word + skipped)) return false;
      if (EndsThought(At(sentence).words[word + skipped].text) && !IsTime(At(sentence).words, word + skipped))
        return false;
    }
    return false;
  }

  // Words after which another thing is spoken of.
  static bool EndsThought(absl::string_view word) {
    static constexpr absl::string_view kWords[] = {"above",    "although", "and",    "below",   "but",
                                                   "earlier",  "former",   "last",   "needed",  "previous",
                                                   "required", "short",    "though", "whereas", "while"};
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
  }

  // "last year," and "the previous month,": when it was, and the thought goes on.
  static bool IsTime(const std::vector<Word>& words, uint32_t at) {
    static constexpr absl::string_view kSpans[] = {"year",  "month",  "week",   "quarter", "season",
                                                   "night", "summer", "winter", "spring",  "autumn"};
    if (words[at].text != "last" && words[at].text != "previous") return false;
    if (at + 2 >= words.size() || !words[at + 2].comma_before) return false;
    return std::find(std::begin(kSpans), std::end(kSpans), words[at + 1].text) != std::end(kSpans);
  }

  bool FigureBegins(uint32_t sentence, uint32_t word) const {
    const auto& indices = by_sentence_[sentence];
    return std::any_of(indices.begin(), indices.end(), [&](uint32_t index) {
      return figures_[index].first == word && StopsGap(figures_[index].value);
    });
  }

  const DocumentAnalysis& document_;
  const std::vector<TextFigure>& figures_;
  const std::vector<std::vector<uint32_t>>& by_sentence_;
  const Form& form_;
};

}  // namespace

bool IsOfType(const TextFigure& figure, size_t type) {
  // Of a range the two ends are meant, each by itself.
  if (figure.has_ends && IsFigure(figure.value)) return false;
  if (kFigureTypes[type].name == "end" && !figure.is_end) return false;
  return kFigureTypes[type].is(figure.value);
}

absl::StatusOr<Form> ParseForm(absl::string_view text, const LexiconIndex& lexicons) {
  Form form;
  for (absl::string_view part : absl::StrSplit(text, ' ', absl::SkipEmpty())) {
    absl::StatusOr<FormElement> element = ParseElement(part, lexicons);
    if (!element.ok()) return element.status();
    form.figures += element->kind == FormElement::Kind::kFigure;
    form.elements.push_back(*std::move(element));
  }
  if (form.figures == 0) return absl::InvalidArgumentError("a form needs a figure");
  return form;
}

const TextFigure* FormMatch::Find(absl::string_view name) const {
  for (const auto& [own, figure] : figures) {
    if (own == name) return figure;
  }
  return nullptr;
}

FormMatcher::FormMatcher(const DocumentAnalysis& document, const std::vector<TextFigure>& figures)
    : document_(document), figures_(figures), by_sentence_(document.sentences.size()) {
  for (uint32_t i = 0; i < figures.size(); ++i) by_sentence_[figures[i].sentence].push_back(i);
}

void FormMatcher::Match(const Form& form, const std::function<void(const FormMatch&)>& found) const {
  const bool two_sentences = std::any_of(form.elements.begin(), form.elements.end(), [](const FormElement& element) {
    return element.kind == FormElement::Kind::kSentence;
  });
  Search search(document_, figures_, by_sentence_, form);
  for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
    size_t figures = by_sentence_[s].size();
    if (two_sentences && s + 1 < document_.sentences.size()) figures += by_sentence_[s + 1].size();
    if (figures < form.figures) continue;
    for (uint32_t word = 0; word < document_.sentences[s].words.size(); ++word) {
      if (search.From(s, word)) found(search.match);
    }
  }
}

}  // namespace crosscheck
