#ifndef CROSSCHECK_TESTS_BENCH_INVENTED_NEWS_H_
#define CROSSCHECK_TESTS_BENCH_INVENTED_NEWS_H_

#include <cstddef>
#include <cstdint>
#include <string>

namespace crosscheck::bench {

// News that never happened, the same for the same seed: sentences with sums, counts, shares, days, ages and times, and
// as many without, in the proportion of a news page (about nine values in a thousand bytes).
class InventedNews {
 public:
  explicit InventedNews(uint64_t seed) : state_(seed * 2 + 1) {}

  std::string Sentence();
  // A paragraph of `size` bytes or a sentence more.
  std::string Paragraph(size_t size);
  // A title and paragraphs, about `size` bytes; every story of one `event` tells of the same town and firm.
  std::string Story(uint64_t event, size_t size);
  // Stories with an empty line between, about `size` bytes.
  std::string Pages(size_t size);

 private:
  uint64_t Below(uint64_t bound);
  std::string Word(uint64_t event);
  std::string Fill(const char* frame);

  uint64_t state_;
  uint64_t event_ = 0;
};

}  // namespace crosscheck::bench

#endif  // CROSSCHECK_TESTS_BENCH_INVENTED_NEWS_H_
