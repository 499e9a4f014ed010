// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/desk.hpp"

#include "base/check.hpp"
#include "platform/http/token.hpp"
#include "platform/http/wipe.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace wf::http {

namespace {

bool is_reading(Method method)
{
    return method == Method::get || method == Method::head;
}

bool has_header(Pairs const& headers, std::string_view lower_case_name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [&](auto const& pair) { return same(pair.first, lower_case_name); });
}

} // namespace

Desk::Desk(ServerOptions const& options, ServerHooks hooks)
    : m_hooks{std::move(hooks)},
      m_workers{options.workers},
      m_queue{options.queue},
      m_slow_workers{options.slow_workers},
      m_slow_queue{options.slow_queue},
      m_has_cache{options.cache_bytes > 0},
      m_cache{options.cache_bytes}
{
    WF_CHECK(m_hooks.handle != nullptr);
    WF_CHECK(m_hooks.on_failure != nullptr);
}

void Desk::open()
{
    m_pool.emplace(m_workers, m_queue);
    if (m_hooks.is_slow) m_slow_pool.emplace(m_slow_workers, m_slow_queue);
}

void Desk::close()
{
    if (m_slow_pool) m_slow_pool->stop();
    if (m_pool) m_pool->stop();
}

/// All that an answer may depend on. A line cannot hold a line end, so no two questions share a key. Host is part of
/// it, as it is part of the address: nobody can put an answer made for another name in here.
void Desk::write_key(Head const& head)
{
    m_key.clear();
    m_key.append(head.target()).append(m_coding == Coding::gzip ? "\nz" : "\n");
    for (std::size_t line = 0; line < head.size(); ++line) {
        switch (head.field(line)) {
        case Field::host: m_key.append("\nh").append(head.value(line)); break;
        case Field::accept: m_key.append("\na").append(head.value(line)); break;
        case Field::cookie: m_key.append("\nc").append(head.value(line)); break;
        default: break;
        }
    }
}

AnswerPtr Desk::find(Head const& head)
{
    requests.fetch_add(1, std::memory_order_relaxed);
    m_key.clear();
    m_coding = read_coding(head.first(Field::accept_encoding));
    if (!m_has_cache || !is_reading(head.method()) || head.has_body() || head.count(Field::authorization) > 0)
        return nullptr;
    // Before the handler reads anything: what it reads later can only be newer than what the key promises.
    m_generation = m_hooks.generation ? m_hooks.generation() : 0;
    write_key(head);
    auto answer = m_cache.find(m_key, m_generation);
    if (answer) from_cache.fetch_add(1, std::memory_order_relaxed);
    return answer;
}

AnswerPtr Desk::ask(Head const& head, std::string body, std::string peer, Then then)
{
    auto request = make_request(head, std::move(body), std::move(peer));
    if (!request) return failure(400, request.error().code, nullptr);
    auto job = std::make_shared<Job>(Job{std::move(*request),
                                         is_reading(head.method()) ? Question::reading : Question::changing, m_coding,
                                         m_key, m_generation, std::move(then)});
    auto& pool = m_slow_pool && m_hooks.is_slow(job->request) ? *m_slow_pool : *m_pool;
    bool const posted = pool.try_post([this, job] {
        auto answer = work(*job);
        wipe(job->request.body);
        std::exchange(job->then, nullptr)(std::move(answer));
    });
    if (posted) return nullptr;
    refused.fetch_add(1, std::memory_order_relaxed);
    auto answer = failure(503, "http.busy", &job->request);
    wipe(job->request.body);
    return answer;
}

AnswerPtr Desk::work(Job const& job)
{
    try {
        auto response = m_hooks.handle(job.request);
        auto answer = finish(std::move(response), job.question, job.coding);
        if (!job.key.empty()) m_cache.keep(job.key, job.generation, answer);
        return answer;
    } catch (Unavailable const& trouble) {
        log(std::string{"unavailable: "} + trouble.what());
        return failure(503, "unavailable", &job.request);
    } catch (std::exception const& trouble) {
        log(std::string{"bug: "} + trouble.what());
    } catch (...) {
        log("bug: an exception that is no std::exception");
    }
    return failure(500, "internal", &job.request);
}

AnswerPtr Desk::failure(int status, std::string_view code, Request const* request) const
{
    auto response = Response{status, "text/plain; charset=utf-8", {}, std::string{code} + '\n', Cache::never};
    try {
        auto made = m_hooks.on_failure(status, code, request);
        made.cache = Cache::never;
        if (status == 503 && !has_header(made.headers, "retry-after")) made.headers.emplace_back("Retry-After", "1");
        return finish(std::move(made), Question::changing, Coding::plain);
    } catch (std::exception const& trouble) {
        log(std::string{"bug: on_failure: "} + trouble.what());
    } catch (...) {
        log("bug: on_failure: an exception that is no std::exception");
    }
    return finish(std::move(response), Question::changing, Coding::plain);
}

void Desk::log(std::string_view line) const
{
    if (!m_hooks.log) return;
    std::string clean{line};
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    try {
        m_hooks.log(clean);
    } catch (...) { // nowhere left to tell it
    }
}

} // namespace wf::http
