#ifndef CROSSCHECK_TESTS_BENCH_CHILD_H_
#define CROSSCHECK_TESTS_BENCH_CHILD_H_

#include <string>
#include <vector>

namespace crosscheck::bench {

// What a program took of the processor, its own time and the kernel's, in seconds; its output is thrown away.
// Negative where it could not be run, or did not end with one of the codes below 2.
double ChildSeconds(const std::vector<std::string>& command);
// The least of `times` runs: what else the machine does can only add.
double LeastChildSeconds(const std::vector<std::string>& command, int times);

}  // namespace crosscheck::bench

#endif  // CROSSCHECK_TESTS_BENCH_CHILD_H_
