#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "english/english.h"

namespace crosscheck::english {

namespace {

struct Row {
  const char* lemma;
  const char* words;
};

constexpr Row kLemmas[] = {
    {"receive", "receive receives received receiving"},
    {"license", "licence licences license licenses licensed licensing"},
    {"share", "share shares shared sharing share's"},
    {"rise", "rise rises rose risen rising"},
    {"company", "company companies company's"},
    {"be", "be is are was were been being am"},
    {"business", "business businesses"},
    {"news", "news"},
    {"united", "united"},
    {"buy", "buy buys bought buying"},
    {"person", "person people persons"},
    {"say", "say says said saying"},
    {"organize", "organise organised organises organizing organizes"},
    {"organization", "organisation organisations organizations"},
    {"labor", "labour labor labours labored labouring"},
    {"neighborhood", "neighbourhood neighbourhoods"},
    {"program", "programme programmes program programs programmed"},
    {"increase", "increased increases increasing"},
    {"announce", "announced announces announcing"},
    {"plan", "planned plans planning"},
    {"cut", "cut cuts cutting"},
    {"stop", "stopped stops stopping"},
    {"call", "called calls calling"},
    {"fall", "fell fallen falls falling"},
    {"cancel", "cancelled canceled cancels cancelling"},
    {"control", "controlled controls controlling"},
    {"carry", "carried carries carrying"},
    {"die", "died dies dying"},
    {"agree", "agreed agrees agreeing"},
    {"need", "needed needs"},
    {"exceed", "exceeded exceeds exceed"},
    {"create", "created creates creating"},
    {"treat", "treated treats treating"},
    {"estimate", "estimated estimates estimating"},
    {"execute", "executed executes"},
    {"vote", "voted votes voting"},
    {"visit", "visited visits visiting"},
    {"invite", "invited invites inviting"},
    {"offer", "offered offers offering"},
    {"hire", "hired hires hiring"},
    {"repair", "repaired repairs"},
    {"appear", "appeared appears"},
    {"declare", "declared declaring"},
    {"require", "required requires"},
    {"restore", "restored restoring"},
    {"monitor", "monitored monitoring"},
    {"measure", "measured measures measuring"},
    {"occur", "occurred occurs occurring"},
    {"determine", "determined determines"},
    {"join", "joined joins joining"},
    {"explain", "explained explains"},
    {"mention", "mentioned mentions"},
    {"name", "named names naming"},
    {"claim", "claimed claims claiming"},
    {"provide", "provided provides providing"},
    {"avoid", "avoided avoids"},
    {"include", "included includes including"},
    {"lead", "led leads leading"},
    {"make", "made makes making"},
    {"strike", "struck strikes striking stricken"},
    {"charge", "charged charges charging"},
    {"bring", "brought brings bringing"},
    {"belong", "belonged belongs"},
    {"manage", "managed manages managing"},
    {"change", "changed changes changing"},
    {"settle", "settled settles settling"},
    {"describe", "described describes"},
    {"climb", "climbed climbs climbing"},
    {"approve", "approved approves approving"},
    {"serve", "served serves serving"},
    {"issue", "issued issues issuing"},
    {"focus", "focused focuses focusing"},
    {"close", "closed closes closing"},
    {"use", "used uses using"},
    {"house", "houses housed housing"},
    {"loss", "losses loss"},
    {"tax", "taxes tax taxed"},
    {"watch", "watches watched"},
    {"go", "went goes gone going"},
    {"do", "did does done doing"},
    {"shoe", "shoes"},
    {"virus", "viruses virus"},
    {"bus", "buses bus"},
    {"life", "lives life"},
    {"woman", "women woman"},
    {"crisis", "crises crisis"},
    {"child", "children"},
    {"child-care", "child-care"},
    {"write-down", "write-downs write-down"},
    {"defense", "defence defense"},
    {"center", "centre centres center centers centred"},
    {"analyze", "analyse analysed analyzing analyzes"},
    {"advise", "advised advises advising advise"},
    {"raise", "raised raises raising"},
    {"travel", "travelled traveled travelling"},
    {"morning", "morning mornings"},
    {"king", "king kings"},
    {"spring", "spring"},
    {"nothing", "nothing"},
    {"series", "series"},
    {"politics", "politics"},
    {"headquarters", "headquarters"},
    {"status", "status statuses"},
    {"pass", "passed passes passing pass"},
    {"add", "added adds adding"},
    {"injure", "injured injures"},
    {"kill", "killed kills killing"},
    {"arrest", "arrested arrests"},
    {"convict", "convicted convicts"},
    {"acquit", "acquitted"},
    {"sell", "sold sells selling"},
    {"tell", "told"},
    {"fulfill", "fulfil fulfilled fulfills fulfilling"},
    {"enroll", "enrolled enrol enrolling"},
    {"city", "cities city"},
    {"hundred", "hundred hundreds"},
    {"figure", "figured figures"},
    {"open", "opened opens opening"},
    {"develop", "developed develops developing"},
    {"shape", "shaped shapes"},
    {"complete", "completed completes"},
    {"target", "targeted targets targeting"},
    {"owe", "owed owes owing"},
    {"follow", "followed follows following"},
    {"collapse", "collapsed collapses"},
    {"reverse", "reversed reverses"},
    {"size", "sizes sized"},
    {"schedule", "scheduled schedules"},
    {"total", "totalled totaled totals totalling"},
    {"reveal", "revealed reveals"},
    {"move", "moved moves moving"},
    {"live", "lived living"},
    {"welcome", "welcomed welcomes"},
    {"assume", "assumed assumes"},
    {"trade", "traded trades trading"},
    {"load", "loaded loads"},
    {"speak", "spoke spoken speaks"},
    {"take", "took taken takes taking"},
    {"look", "looked looks"},
    {"like", "liked likes"},
    {"free", "freed frees freeing"},
};

constexpr Row kInflections[] = {
    {"cut", "cut cuts cutting"},
    {"buy", "buy buys bought buying"},
    {"rise", "rise rises rose risen rising"},
    {"lower", "lower lowers lowered lowering"},
    {"carry", "carry carries carried carrying"},
    {"license", "license licenses licence licences licensed licensing"},
    {"licence", "license licenses licence licences licensed"},
    {"plan", "plan plans planned planning"},
    {"die", "die dies died dying"},
    {"person", "person people"},
    {"write-down", "write-down write-downs"},
    {"agree", "agree agrees agreed agreeing"},
    {"organize", "organise organised organizing organizes"},
    {"be", "be is are was were been being"},
    {"go", "go goes went gone going"},
    {"focus", "focus focuses focused focusing"},
    {"cancel", "cancelled canceled cancelling canceling cancels"},
    {"labour", "labor labors labours labour"},
    {"company", "company companies"},
};

}  // namespace

TEST_CASE("Lemma gives the dictionary form in one spelling") {
  for (const Row& row : kLemmas) {
    for (const std::string& word : std::vector<std::string>(absl::StrSplit(row.words, ' '))) {
      CAPTURE(word);
      CHECK(Lemma(word) == row.lemma);
    }
  }
}

TEST_CASE("Inflections holds every form that a reader would write") {
  for (const Row& row : kInflections) {
    const std::vector<std::string> forms = Inflections(row.lemma);
    CHECK(std::is_sorted(forms.begin(), forms.end()));
    for (const std::string& word : std::vector<std::string>(absl::StrSplit(row.words, ' '))) {
      CAPTURE(row.lemma);
      CAPTURE(word);
      CHECK(std::binary_search(forms.begin(), forms.end(), word));
    }
  }
}

TEST_CASE("the regular forms of a word lead back to it") {
  for (const Row& row : kLemmas) {
    if (std::string(row.lemma) == "united" || std::string(row.lemma) == "news") continue;
    const std::string past = std::string(row.lemma);
    CAPTURE(past);
    CHECK(Lemma(past) == past);
  }
}

TEST_CASE("Lemma and Inflections take any bytes") {
  for (const char* word : {"", "s", "ed", "ing", "'s", "s'", "-", "--s", "\xc3", "é", "ss", "ies", "ées"}) {
    CAPTURE(word);
    Lemma(word);
    Inflections(word);
  }
}

}  // namespace crosscheck::english
