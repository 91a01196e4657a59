#ifndef CROSSCHECK_COMPARE_ROLE_SENTENCE_H_
#define CROSSCHECK_COMPARE_ROLE_SENTENCE_H_

#include <cstdint>
#include <vector>

#include "claim/analysis.h"
#include "compare/people.h"
#include "compare/role_mentions.h"

namespace crosscheck {

// The lexicons of roles and those of their groups that are asked for by name.
struct RoleLexicons {
  explicit RoleLexicons(const LexiconIndex& index)
      : titles(index.Find("role-titles")),
        qualifiers(index.Find("role-qualifiers")),
        verbs(index.Find("role-verbs")),
        leaving(index.Find("role-leaving")),
        entering(index.Find("role-entering")),
        then(index.Find("role-then")),
        credits(index.Find("role-credits")),
        being(index.Find("role-being")),
        honorifics(index.Find("titles")),
        left(index.FindGroup(leaving, "left")),
        confirmed(index.FindGroup(entering, "confirmed")),
        near(index.FindGroup(then, "near")),
        will_be(index.FindGroup(being, "entering")) {}
  LexiconId titles, qualifiers, verbs, leaving, entering, then, credits, being, honorifics;
  int left, confirmed, near, will_be;
};

// One sentence, and what the reading of its roles asks of it: whose name stands where, which words belong to a title,
// which states and times they tell of.
class RoleSentence {
 protected:
  RoleSentence(const Analysis& analysis, const People& people, const RoleLexicons& lexicons, uint32_t document,
               uint32_t sentence, std::vector<RoleMention>& out);

  bool Broken(uint32_t at) const;

  const LexiconHit* HitAt(LexiconId lexicon, uint32_t first) const;

  // "director" of "operations director"
  bool InsideLonger(const LexiconHit& title) const;

  // Whether the words [first, last) speak of an earlier time.
  bool SpeaksOfAnEarlierTime(uint32_t first, uint32_t last) const;

  // Whether the part of the sentence between commas that has the title, or the one that opens the sentence ("In 1998,
  // …"), is of an earlier time.
  bool IsPast(const LexiconHit& title) const;

  const NameMention* Person(std::vector<NameMention>::const_iterator name) const;

  const NameMention* PersonStartingAt(uint32_t at) const;

  const NameMention* PersonEndingAt(uint32_t at) const;

  // Names in parentheses are parties and places: "Jane Doe (Greens), chair of …".
  const NameMention* LastPersonBefore(uint32_t at) const;

  bool IsFull(const NameMention& name) const;

  // Honorifics that stand between a title and a name: "predecessor, Mr. X".
  uint32_t SkipHonorifics(uint32_t at) const;

  // The first word of the noun phrase that ends before `at`, at most some words before.
  uint32_t PhraseStart(uint32_t at) const;

  void AddWord(uint32_t at, RoleMention& role) const;

  void AddOrganisationAfter(uint32_t at, RoleMention& role, uint32_t& end) const;

  uint32_t StatesBetween(uint32_t first, uint32_t last) const;

  // "who was mayor", "had been the mayor": the title of another time.
  bool PastJustBefore(uint32_t phrase) const;

  // "president-elect", "the nominee for", "professor emeritus".
  uint32_t StatesAfter(uint32_t at) const;

  RoleMention Start(const LexiconHit& title, uint32_t phrase, uint32_t& end) const;

  void Finish(RoleMention role, const NameMention* person, uint32_t first, uint32_t last);

  const Analysis& analysis_;
  const People& people_;
  const RoleLexicons& lexicons_;
  uint32_t document_, number_;
  const Sentence& sentence_;
  const std::vector<Word>& words_;
  std::vector<RoleMention>& out_;
  bool leaving_ = false;   // the sentence tells that somebody leaves a post
  bool entering_ = false;  // … or enters one
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ROLE_SENTENCE_H_
