#include "claim/analysis.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claim/frame.h"
#include "claim/measure.h"
#include "claim/names.h"
#include "claim/same_event.h"
#include "claim/tolls.h"
#include "claim/words.h"
#include "english/english.h"

namespace crosscheck {

WordId Interner::Intern(absl::string_view word) {
  const auto [found, fresh] = ids_.try_emplace(std::string(word), static_cast<WordId>(texts_.size()));
  if (fresh) {
    texts_.emplace_back(word);
    commonness_.push_back(english::Commonness(word));
  }
  return found->second;
}

WordId Interner::InternLemma(absl::string_view word, bool number) {
  const auto found = lemmas_.find(word);
  if (found != lemmas_.end()) return found->second;
  const WordId id = number ? Intern(word) : Intern(english::Lemma(word));
  lemmas_.emplace(std::string(word), id);
  return id;
}

std::optional<WordId> Interner::Lookup(absl::string_view word) const {
  if (const auto found = lemmas_.find(word); found != lemmas_.end()) return found->second;
  if (const auto found = ids_.find(english::Lemma(word)); found != ids_.end()) return found->second;
  return std::nullopt;
}

bool Sentence::InQuote(TextSpan span) const {
  return std::any_of(quotes.begin(), quotes.end(), [&](const TextSpan& quote) { return quote.Contains(span); });
}

float Analysis::Weight(WordId word) const {
  static constexpr float kGeneral[] = {1.0F, 0.6F, 0.35F, 0.02F};  // rare, known, common, function word
  const float general = kGeneral[words.Commonness(word)];
  const auto count = static_cast<float>(documents.size());
  const auto with = static_cast<float>(word < documents_with.size() ? std::max(documents_with[word], 1) : 1);
  // In a dossier of a few documents on one event the words of the event stand in all of them, so the dossier's own
  // count may lower a weight only gently.
  return general * (1.0F - 0.3F * (with - 1) / std::max(count - 1, 1.0F));
}

namespace {

void AddSentences(Analysis& analysis, const std::vector<Zone>& zones_off, DocumentAnalysis& document) {
  const auto& segments = document.document->segments();
  for (uint32_t i = 0; i < segments.size(); ++i) {
    const Block& block = document.document->blocks()[segments[i].block];
    if (block.zone == Zone::kBoilerplate) continue;
    if (std::find(zones_off.begin(), zones_off.end(), block.zone) != zones_off.end()) continue;
    Sentence sentence;
    sentence.segment = i;
    sentence.zone = block.zone;
    sentence.block = &block;
    sentence.text = document.document->SegmentText(segments[i]);
    const TextSpan span = segments[i].span;
    for (const TextSpan& quote : block.quotes) {
      if (!quote.Overlaps(span)) continue;
      sentence.quotes.push_back(
          {std::max(quote.begin, span.begin) - span.begin, std::min(quote.end, span.end) - span.begin});
    }
    document.sentences.push_back(std::move(sentence));
  }
  const LexiconId synonyms = analysis.lexicons->Find("synonyms");
  for (Sentence& sentence : document.sentences) {
    SplitWords(sentence, analysis.words);
    std::vector<absl::string_view> texts;
    texts.reserve(sentence.words.size());
    for (const Word& word : sentence.words) texts.push_back(word.text);
    sentence.hits = analysis.lexicons->Scan(texts);
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != synonyms || hit.last != hit.first + 1) continue;
      sentence.words[hit.first].sense =
          analysis.words.Intern(absl::StrCat("=", analysis.lexicons->GroupName(hit.lexicon, hit.group)));
    }
  }
}

void AddValues(DocumentAnalysis& document) {
  ReadOptions options;
  options.document_day = document.document->info().published;
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    Sentence& sentence = document.sentences[s];
    for (Mention& mention : ReadMentions(sentence.text, options)) {
      ValueMention value;
      value.document = document.index;
      value.sentence = s;
      std::tie(value.first, value.last) = WordsIn(sentence, mention.span);
      value.mention = std::move(mention);
      value.reach = ReachOf(value.mention.value);
      sentence.values.push_back(static_cast<uint32_t>(document.values.size()));
      document.values.push_back(std::move(value));
    }
  }
}

}  // namespace

Analysis Analyse(const std::vector<DocumentEntry>& entries, const RuleSet& rules, const LexiconIndex& lexicons,
                 const std::vector<Zone>& zones_off) {
  Analysis analysis;
  analysis.rules = &rules;
  analysis.lexicons = &lexicons;
  for (uint32_t i = 0; i < entries.size(); ++i) {
    if (!entries[i].document || entries[i].info.withdrawn) continue;
    DocumentAnalysis document;
    document.index = i;
    document.document = &*entries[i].document;
    analysis.documents.push_back(std::move(document));
  }
  for (DocumentAnalysis& document : analysis.documents) {
    AddSentences(analysis, zones_off, document);
    AddValues(document);
  }
  FindNames(analysis);
  for (DocumentAnalysis& document : analysis.documents) {
    FillFrames(analysis, document);
    FillMeasures(analysis, document);
    document.tolls = FindTolls(analysis, document);
  }
  for (WordId word = 0; word < analysis.words.size(); ++word)
    analysis.meanings.push_back(english::MeaningsOf(analysis.words.Text(word)));
  FindSameEvents(analysis);
  return analysis;
}

const Sentence* RowHeadOf(const DocumentAnalysis& document, uint32_t sentence) {
  constexpr uint32_t kMostCells = 12;  // of a row
  const std::optional<CellInfo>& cell = document.sentences[sentence].block->cell;
  if (!cell || cell->row_head.empty()) return nullptr;
  for (uint32_t back = 1; back <= kMostCells && back <= sentence; ++back) {
    const Sentence& head = document.sentences[sentence - back];
    if (!head.block->cell) return nullptr;
    if (head.text == cell->row_head) return &head;
  }
  return nullptr;
}

Claim ClaimAt(const DocumentAnalysis& document, const Sentence& sentence, TextSpan span) {
  const TextSpan segment = document.document->segments()[sentence.segment].span;
  Claim claim;
  claim.document = document.index;
  claim.span = sentence.block->ToDocument({segment.begin + span.begin, segment.begin + span.end});
  claim.quote = std::string(sentence.text);
  claim.value.text = std::string(sentence.text.substr(span.begin, span.size()));
  claim.modality = sentence.InQuote(span) ? Modality::kQuoted : Modality::kStated;
  return claim;
}

Claim ClaimOfValue(const Analysis& analysis, const DocumentAnalysis& document, const ValueMention& value) {
  Claim claim = ClaimAt(document, document.sentences[value.sentence], value.mention.span);
  claim.value.kind = std::string(ValueKindName(value.mention.value.kind));
  claim.value.value = value.mention.value;
  claim.attribute = value.frame.head == 0 ? claim.value.kind : analysis.words.Text(value.frame.head);
  if (claim.attribute.front() == '=') claim.attribute.erase(0, 1);  // a group of synonyms
  if (value.frame.subject >= 0) claim.subject = analysis.entities[static_cast<size_t>(value.frame.subject)].key;
  if (claim.modality == Modality::kStated) claim.modality = value.frame.modality;
  return claim;
}

}  // namespace crosscheck
