// SPDX-License-Identifier: EUPL-1.2
// Another program for the length of a test: a mail server, a sign-in provider, a reader to compare with. Only tests include this.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wf::file {

/// Its standard input stays open as long as this object lives: a program that ends when that closes never outlives the test.
class TestProcess {
public:
    explicit TestProcess(std::vector<std::string> arguments)
    {
        int in[2] = {};
        int out[2] = {};
        if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error{"no pipe for a test"};
        std::vector<char*> words;
        for (auto& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::dup2(in[0], STDIN_FILENO);
            ::dup2(out[1], STDOUT_FILENO);
            ::execvp(words[0], words.data());
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        m_in = in[1];
        m_out = out[0];
        if (m_pid < 0) throw std::runtime_error{"no process for a test"};
    }
    ~TestProcess()
    {
        close_input();
        ::close(m_out);
        ::kill(m_pid, SIGKILL);
        static_cast<void>(::waitpid(m_pid, nullptr, 0));
    }
    TestProcess(TestProcess const&) = delete;
    TestProcess& operator=(TestProcess const&) = delete;

    /// The next line that it prints, without its end.
    [[nodiscard]] std::string line()
    {
        while (true) {
            if (auto const end = m_read.find('\n'); end != std::string::npos) {
                std::string found = m_read.substr(0, end);
                m_read.erase(0, end + 1);
                return found;
            }
            if (!read_more()) throw std::runtime_error{"a program of a test ended without a line"};
        }
    }
    /// All it still prints, until it ends.
    [[nodiscard]] std::string rest()
    {
        while (read_more()) {}
        return std::exchange(m_read, {});
    }
    void write(std::string_view text)
    {
        while (!text.empty()) {
            auto const written = ::write(m_in, text.data(), text.size());
            if (written <= 0) throw std::runtime_error{"a program of a test does not listen"};
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void close_input()
    {
        if (m_in >= 0) ::close(m_in);
        m_in = -1;
    }

private:
    bool read_more()
    {
        pollfd waiting{m_out, POLLIN, 0};
        if (::poll(&waiting, 1, 60'000) <= 0) throw std::runtime_error{"a program of a test says nothing"};
        char piece[4096];
        auto const size = ::read(m_out, piece, sizeof piece);
        if (size > 0) m_read.append(piece, static_cast<std::size_t>(size));
        return size > 0;
    }

    pid_t m_pid{-1};
    int m_in{-1};
    int m_out{-1};
    std::string m_read;
};

} // namespace wf::file
