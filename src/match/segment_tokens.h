#ifndef CROSSCHECK_MATCH_SEGMENT_TOKENS_H_
#define CROSSCHECK_MATCH_SEGMENT_TOKENS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "match/abstraction.h"
#include "match/vocabulary.h"

namespace crosscheck {

// A place in abstracted text where a piece may begin: a word, an item, or a mark.
struct SegmentToken {
  enum class Kind : uint8_t { kWord, kItem, kMark };
  Kind kind = Kind::kMark;
  bool bound = false;  // the word before it and a hyphen change what it means ("ex-president")
  uint32_t begin = 0;  // bytes of the abstracted text
  uint32_t end = 0;
  uint32_t words_before = 0;                 // words and items that stand before it
  Atom word = kNoAtom;                       // kWord
  const std::vector<Atom>* items = nullptr;  // kItem: atoms of the slots that can hold it
};

// A segment made ready for matching.
struct PreparedSegment {
  std::string text;  // as abstracted, with the characters of entities put in
  std::vector<SegmentToken> tokens;
  std::vector<Atom> atoms;  // that the segment has; sorted, each once
};

PreparedSegment Prepare(const AbstractedSegment& segment, const Vocabulary& vocabulary);

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_SEGMENT_TOKENS_H_
