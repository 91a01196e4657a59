#include "compare/quote_cut.h"

#include <algorithm>

#include "compare/quote_change.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostWordsBefore = 7;  // between a denial and what it denies
constexpr uint32_t kWordsShown = 6;       // of what was left out

}  // namespace

// One wording: the piece that a speaker says, and the stretch of it that both have.
struct QuoteCutFinder::Side {
  const Passage* passage = nullptr;
  Quotation piece;
  uint32_t first = 0, last = 0;
};

QuoteCutFinder::QuoteCutFinder(const Analysis& analysis, const Speech& speech)
    : analysis_(analysis),
      speech_(speech),
      turns_(WordGroups(analysis, "quote-turns")),
      lexicon_(analysis.lexicons->Find("quote-turns")) {}

bool QuoteCutFinder::Turns(const Side& side, uint32_t word, bool condition_only) const {
  const auto found = turns_.find(speech_.texts[side.passage->diff[word].key]);
  return found != turns_.end() && (!condition_only || found->second == "condition");
}

// Whether the text around the short quotation has the turning words in its own voice.
bool QuoteCutFinder::SaysOutside(const Side& cut, uint32_t word) const {
  const auto& sentences = analysis_.documents[cut.passage->document].sentences;
  const uint32_t at = cut.passage->words[word].sentence;
  const uint32_t last = std::min(at + 2, static_cast<uint32_t>(sentences.size()));
  for (uint32_t s = at == 0 ? 0 : at - 1; s < last; ++s) {
    for (const LexiconHit& hit : sentences[s].hits) {
      if (hit.lexicon == lexicon_) return true;
    }
    for (const Word& w : sentences[s].words) {
      if (turns_.contains(std::string(w.text)) || w.text.find("n't") != absl::string_view::npos) return true;
    }
  }
  return false;
}

std::optional<QuoteCut> QuoteCutFinder::Between(const Side& whole, const Side& cut) const {
  QuoteCut found;
  found.passage = whole.piece.passage;
  const Passage& passage = *whole.passage;
  // What follows: the short wording ends with the stretch that both have, and the long one goes on with "unless".
  if (cut.last == cut.piece.last && whole.last < whole.piece.last && Turns(whole, whole.last, true) &&
      passage.words[whole.last].sentence == passage.words[whole.last - 1].sentence && !SaysOutside(cut, cut.last - 1)) {
    found.first = whole.last;
    found.last = std::min(whole.last + kWordsShown, whole.piece.last);
    found.beside = cut.last - 1;
    return found;
  }
  // What goes before: the short wording begins inside a clause that the long one denies or hangs on a condition.
  if (cut.first != cut.piece.first || whole.first == whole.piece.first || SaysOutside(cut, cut.first))
    return std::nullopt;
  const SpokenWord& start = passage.words[whole.first];
  const Sentence& sentence = analysis_.documents[passage.document].sentences[start.sentence];
  for (uint32_t i = whole.first; i-- > whole.piece.first && whole.first - i <= kMostWordsBefore;) {
    const SpokenWord& word = passage.words[i];
    if (word.sentence != start.sentence || sentence.clause[word.word] != sentence.clause[start.word]) break;
    if (!Turns(whole, i, false)) continue;
    found.first = i;
    found.last = whole.first;
    found.beside = cut.first;
    return found;
  }
  return std::nullopt;
}

std::optional<QuoteCut> QuoteCutFinder::Find(const QuotePair& pair) const {
  const Quotation& quotation = speech_.quotations[pair.quotation];
  const Side a{&speech_.passages[quotation.passage], quotation, pair.alignment.a_first, pair.alignment.a_last};
  const Side b{&speech_.passages[pair.passage], PieceAround(speech_, pair.passage, pair.alignment.b_first),
               pair.alignment.b_first, pair.alignment.b_last};
  if (auto cut = Between(b, a)) {
    cut->a_was_cut = true;
    return cut;
  }
  if (b.passage->kind != PassageKind::kQuoted) return std::nullopt;  // plain text may end where it likes
  return Between(a, b);
}

}  // namespace crosscheck
