// SPDX-License-Identifier: Apache-2.0
#include "layers/document/ReaderProcess.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "layers/document/DocumentWords.h"

namespace layers {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    void close() {
        if (m_number >= 0) ::close(m_number);
        m_number = -1;
    }
    int number() const { return m_number; }

private:
    int m_number;
};

/// What the child finds at its start; freed on every way out.
class SpawnSetup {
public:
    explicit SpawnSetup(int output) {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&m_actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        posix_spawnattr_setpgroup(&m_attributes, 0);  // Ctrl+C is for us; we tell the child
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;
    ~SpawnSetup() {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    const posix_spawn_file_actions_t* actions() const { return &m_actions; }
    const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// The few variables a reader needs: a locale of UTF-8, no display, and where its libraries lie if that is not usual.
std::vector<std::string> cleanEnvironment() {
    std::vector<std::string> variables{"LC_ALL=C.UTF-8", "QT_QPA_PLATFORM=offscreen", "HOME=/nonexistent"};
    if (const char* libraries = std::getenv("LD_LIBRARY_PATH"))
        variables.push_back(std::string("LD_LIBRARY_PATH=") + libraries);
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> made;
    for (std::string& text : texts) made.push_back(text.data());
    made.push_back(nullptr);
    return made;
}

gis::Result<pid_t> start(const std::string& program, std::vector<std::string> arguments, int output) {
    arguments.insert(arguments.begin(), program);
    std::vector<std::string> environment = cleanEnvironment();
    const SpawnSetup setup(output);
    pid_t child = 0;
    const int error = posix_spawn(&child, program.c_str(), setup.actions(), setup.attributes(),
                                  pointers(arguments).data(), pointers(environment).data());
    if (error != 0)
        return gis::fail(gis::ErrorCode::NotFound, {}, documentMessage(DocumentWord::NoReader),
                         documentMessage(DocumentWord::AdviseReader), program + ": " + std::strerror(error));
    return child;
}

/// Takes what comes until the pipe's end. Sets the reason and kills where a bound is passed.
void listen(int pipe, pid_t child, Clock::time_point deadline, std::size_t mostBytes, const gis::CancelToken& cancel,
            ReaderEnd& end) {
    constexpr int wakeMilliseconds = 50;
    std::array<char, 65536> buffer;
    for (;;) {
        end.isTooSlow = Clock::now() > deadline;
        if (cancel.isCanceled() || end.isTooSlow || end.isTooLong) break;
        pollfd waited{pipe, POLLIN, 0};
        if (::poll(&waited, 1, wakeMilliseconds) <= 0) continue;
        const ssize_t got = ::read(pipe, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return;
        end.isTooLong = end.output.size() + static_cast<std::size_t>(got) > mostBytes;
        if (!end.isTooLong) end.output.append(buffer.data(), static_cast<std::size_t>(got));
    }
    ::kill(child, SIGKILL);
}

/// A child that closed its pipe and still runs is killed at the deadline.
int waitFor(pid_t child, Clock::time_point deadline, const gis::CancelToken& cancel, ReaderEnd& end) {
    constexpr useconds_t stepMicroseconds = 2000;
    int status = 0;
    for (;;) {
        const pid_t got = ::waitpid(child, &status, WNOHANG);
        if (got == child || (got < 0 && errno != EINTR)) return status;
        if (Clock::now() > deadline || cancel.isCanceled()) {
            end.isTooSlow = end.isTooSlow || !cancel.isCanceled();
            ::kill(child, SIGKILL);
        }
        ::usleep(stepMicroseconds);
    }
}

void limit(int resource, rlim_t most) {
    rlimit bounds{};
    if (::getrlimit(static_cast<__rlimit_resource>(resource), &bounds) != 0) return;
    bounds.rlim_cur = std::min(bounds.rlim_max, most);
    ::setrlimit(static_cast<__rlimit_resource>(resource), &bounds);
}

}  // namespace

gis::Result<ReaderEnd> runReader(const std::string& program, const std::vector<std::string>& arguments,
                                 std::size_t seconds, std::size_t mostBytes, const gis::CancelToken& cancel) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return gis::fail(gis::ErrorCode::OutOfResources, {}, documentMessage(DocumentWord::NoReader), {},
                         std::strerror(errno));
    const Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
    TUCE_TRY(child, start(program, arguments, writing.number()));
    writing.close();
    const auto deadline = Clock::now() + std::chrono::seconds(seconds);
    ReaderEnd end;
    listen(reading.number(), child, deadline, mostBytes, cancel, end);
    const int status = waitFor(child, deadline, cancel, end);
    if (cancel.isCanceled()) return gis::canceled();
    end.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return end;
}

void limitThisProcess(const DocumentLimits& limits) {
    constexpr rlim_t megabyte = 1024 * 1024;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they map terabytes of shadow
    limit(RLIMIT_AS, limits.memoryMegabytes * megabyte);
#endif
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

}  // namespace layers
