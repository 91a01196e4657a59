#include "bench/invented_news.h"

#include <iterator>

#include "absl/strings/str_cat.h"

namespace crosscheck::bench {

namespace {

// In a frame: # a figure of one to three digits, @ a name, % a month, & a day of the week.
constexpr const char* kFrames[] = {
    "The council of @ voted on & to spend $# million on the harbour wall, # percent more than a year earlier.",
    "@ Freight said its profit rose to €#.# million in the third quarter from €#.# million.",
    "At least # people were taken to hospital after a coach left the road near @ shortly before 7:#0 a.m.",
    "The bridge, which opened in 19#, will stay closed until % #, the engineers said.",
    "“We have waited for this too long,” said the harbour master, who is # and has worked there for # years.",
    "Nobody at the works would say who had given the order, or why the gates had been left open.",
    "The river stood #.# metres above its usual level on & evening, and rain was expected through the night.",
    "Its owners have until the end of % to answer the claim, which the court made public last week.",
    "Some #,#00 homes in @ were without power for about # hours; by noon all but # had it back.",
    "A spokeswoman for the company declined to comment on the talks, which are said to be at an early stage.",
    "The minister, speaking in @ on &, said that two-thirds of the schools would be ready by %.",
    "Shares of @ Freight closed #.# percent lower at #.## dollars, their lowest since % 20#.",
    "Witnesses spoke of a loud noise, then of smoke that hung over the market for most of the morning.",
    "The vote was # to #, with three members absent, and the second reading is set for & at 5 p.m.",
    "“It is not the money,” the driver told reporters outside the depot, “it is the way that it was done.”",
    "Between # and # tonnes of grain were lost, the insurer estimated, nearly half of the year's crop.",
    "He was sentenced in % to # months in prison, and his appeal will be heard in the spring.",
    "The museum, which had been due to open in %, has been put off for a second time because of the roof.",
};

constexpr const char* kNames[] = {"Ardel",    "Brimholt", "Corvane", "Dunmarsh", "Eskmoor", "Farrowby",
                                  "Gilsted",  "Hexley",   "Inver",   "Jorvale",  "Kestrin", "Lowmarket",
                                  "Merrodon", "Norwick",  "Ostrand", "Pelham"};
constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
constexpr const char* kDays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

}  // namespace

// A linear congruential generator (Knuth's MMIX constants): the same numbers everywhere.
uint64_t InventedNews::Below(uint64_t bound) {
  state_ = state_ * 6364136223846793005U + 1442695040888963407U;
  return (state_ >> 33U) % bound;
}

std::string InventedNews::Word(uint64_t event) {
  return event < std::size(kNames) ? kNames[event]
                                   : absl::StrCat(kNames[event % std::size(kNames)], "-on-",
                                                  kNames[event / std::size(kNames) % std::size(kNames)]);
}

std::string InventedNews::Fill(const char* frame) {
  std::string out;
  for (const char* c = frame; *c != '\0'; ++c) {
    switch (*c) {
      case '#':
        absl::StrAppend(&out, 1 + Below(9), Below(3) == 0 ? absl::StrCat(Below(10)) : "");
        break;
      case '@':
        out += Word(event_);
        break;
      case '%':
        out += kMonths[Below(std::size(kMonths))];
        break;
      case '&':
        out += kDays[Below(std::size(kDays))];
        break;
      default:
        out += *c;
    }
  }
  return out;
}

std::string InventedNews::Sentence() { return Fill(kFrames[Below(std::size(kFrames))]); }

std::string InventedNews::Paragraph(size_t size) {
  std::string out = Sentence();
  while (out.size() < size) absl::StrAppend(&out, " ", Sentence());
  return out;
}

std::string InventedNews::Story(uint64_t event, size_t size) {
  event_ = event;
  std::string out = absl::StrCat("Harbour wall of ", Word(event), " to cost more than planned\n");
  while (out.size() < size) absl::StrAppend(&out, "\n", Paragraph(200 + Below(300)), "\n");
  return out;
}

std::string InventedNews::Pages(size_t size) {
  std::string out;
  while (out.size() < size) absl::StrAppend(&out, Story(Below(256), 4000), "\n");
  return out;
}

}  // namespace crosscheck::bench
