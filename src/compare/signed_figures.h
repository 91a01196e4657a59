#ifndef CROSSCHECK_COMPARE_SIGNED_FIGURES_H_
#define CROSSCHECK_COMPARE_SIGNED_FIGURES_H_

#include <vector>

#include "claim/analysis.h"

namespace crosscheck {

// A figure with the word that says which way it went: "fell 2.4%", "1.1 points more", "cut the rate by 50 basis
// points", "down to 38.2%".
struct SignedFigure {
  uint32_t document = 0;  // index into Analysis::documents
  const ValueMention* value = nullptr;
  bool up = false;
  bool level = false;            // "to 38.2%": where it went, not by how much
  uint32_t first = 0, last = 0;  // the figure and its word, half-open
  // Of a level, where it stood before ("to 38.2% from 41%", "74,000 against 91,000"); null where the sentence has no
  // such figure.
  const ValueMention* base = nullptr;
};

// All of them, in reading order. The words are the groups up, down, stronger, weaker, better and worse of the lexicons
// `signs-before` (which stand before a figure) and `signs-after`; what is better of a measure of `bad-measures` is
// down. Two figures show a direction by themselves: "74,000 against 91,000", "6,412, 188 fewer".
std::vector<SignedFigure> ReadSignedFigures(const Analysis& analysis);

// Which way a phrase of `signs-before` or `signs-after` at `hit` points: true for up.
bool PointsUp(const Analysis& analysis, const Sentence& sentence, const LexiconHit& hit);

// "rose from 5% to 4%": a word of direction and two figures that went the other way.
// Of places in a table and of rates of exchange nothing is said.
struct Misdirected {
  uint32_t document = 0;
  uint32_t sentence = 0;
  LexiconHit word;
  const ValueMention* from = nullptr;
  const ValueMention* to = nullptr;
};
std::vector<Misdirected> FindMisdirected(const Analysis& analysis);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SIGNED_FIGURES_H_
