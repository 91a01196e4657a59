#ifndef CROSSCHECK_MATCH_COMPILED_PATTERN_H_
#define CROSSCHECK_MATCH_COMPILED_PATTERN_H_

#include <re2/re2.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "match/vocabulary.h"
#include "rule/pattern_syntax.h"
#include "rule/rule_set.h"

namespace crosscheck {

// Folded phrase -> the group (or, where a slot names several lexicons, the lexicon) that it stands for.
using PhraseGroups = absl::flat_hash_map<std::string, std::string>;

// What one capturing group of a piece means to the pattern that uses the piece.
struct SlotUse {
  std::string name;
  std::shared_ptr<const PhraseGroups> groups;  // null where the slot holds no phrases
};

// One stretch of a pattern between gaps, as a regular expression to be tried at the beginning of words. Patterns that
// have the same stretch share it. Most rules never meet a text that has their words, so it is compiled when it is first
// tried; thread-safe.
class Piece {
 public:
  Piece(std::string text, bool first_any_atom, std::vector<Atom> first_atoms)
      : first_any(first_any_atom), first(std::move(first_atoms)), text_(std::move(text)) {}

  // Group 1 is the piece; the groups after it are the slots.
  const RE2& regex() const;
  // "" or why it cannot be compiled. Short ones always can be: all of their text is ours.
  std::string Error() const;

  const bool first_any;           // may begin with anything
  const std::vector<Atom> first;  // else: the atoms that it can begin with; sorted

 private:
  std::string text_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<const RE2> regex_;
};

struct PieceUse {
  uint32_t piece = 0;  // index into Program::pieces
  int min_words = 0;   // of the gap before it
  int max_words = 0;
  std::vector<SlotUse> slots;
};

// At least one of these atoms must be in the segment.
using Clause = std::vector<Atom>;  // sorted

// One way to read a pattern: what may be left out around a gap is in or out.
struct Variant {
  std::vector<PieceUse> pieces;
  std::vector<Clause> clauses;      // all must hold
  std::shared_ptr<const RE2> raw;   // set for a raw regular expression: then there are no pieces
  std::vector<std::string> groups;  // of `raw`: names by number of the group, from 1; "" for none
};

// Everything that patterns were compiled to.
struct Program {
  explicit Program(const RuleSet& rules) : vocabulary(rules) {}
  Vocabulary vocabulary;
  std::deque<Piece> pieces;
  std::map<std::string, uint32_t> piece_by_text;
};

// Compiles one pattern into `program`. Appends a diagnostic for what cannot be compiled, and returns no variants then.
std::vector<Variant> CompilePattern(const RuleSet& rules, const Pattern& pattern, Program& program,
                                    std::vector<Diagnostic>& diagnostics);

// Compiles one way to read a pattern, as ExpandVariants gives them. False, with the reason, where RE2 refuses it.
bool CompileVariant(const RuleSet& rules, const PatternSequence& sequence, Program& program, Variant& variant,
                    std::string& error);

// The ways to read a sequence such that gaps stand only between its elements and never beside one another, and no
// stretch between gaps can be left out: variants.cc. Empty where there are more than 64.
std::vector<PatternSequence> ExpandVariants(const PatternSequence& sequence);
// {pattern:…} replaced by what it names, and '~' of a group handed down to its words.
PatternSequence ResolveReferences(const RuleSet& rules, PatternSequence sequence, int depth = 0);

// The regular expression of a stretch without gaps, and what else is known of it: piece_builder.cc.
struct BuiltPiece {
  std::string regex;
  bool first_any = false;
  std::vector<Atom> first;
  std::vector<Clause> clauses;
  std::vector<SlotUse> slots;
};
BuiltPiece BuildPiece(const RuleSet& rules, const PatternSequence& sequence, Vocabulary& vocabulary);
// The character class of a slot's items: "[\x{E000}]"; "" where it holds none.
std::string ClassOf(const CharSet& set);

}  // namespace crosscheck

#endif  // CROSSCHECK_MATCH_COMPILED_PATTERN_H_
