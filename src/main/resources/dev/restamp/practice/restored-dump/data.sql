-- The rows of the practice database: 75 positions, 31,250 factor exposures, 556 company profiles and what goes with them.
-- The same on every machine and every day: no random(), no now(), ids are md5 of what they stand for.

INSERT INTO alembic_version VALUES ('ec31ab63431d');

INSERT INTO users
SELECT md5('user' || i)::uuid,
       lower(split_part(name, ' ', 1)) || '@example.com',
       '$2b$12$' || md5(name),
       name,
       true,
       timestamptz '2025-08-05 09:00+00' + i * interval '1 hour',
       timestamptz '2025-11-07 18:00+00'
  FROM unnest(ARRAY['Ana Duarte', 'Jonas Lind', 'Priya Raman', 'Marek Nowak']) WITH ORDINALITY AS u (name, i);

INSERT INTO portfolios
SELECT md5('portfolio' || i)::uuid,
       md5('user' || i)::uuid,
       name,
       'Rebalanced quarterly',
       'USD',
       timestamptz '2025-08-06 09:00+00',
       timestamptz '2025-11-07 18:00+00',
       NULL
  FROM unnest(ARRAY['Balanced Individual', 'High Net Worth', 'Long/Short Hedge']) WITH ORDINALITY AS p (name, i);

INSERT INTO tags (id, user_id, name, color, created_at)
SELECT md5('tag' || u || name)::uuid,
       md5('user' || u)::uuid,
       name,
       color,
       timestamptz '2025-08-06 10:00+00'
  FROM generate_series(1, 3) AS u,
       (VALUES ('Core', '#4A90E2'), ('Income', '#50B83C'), ('Hedge', '#DE3618'), ('Watch', '#F49342')) AS t (name, color);

-- Three portfolios of 25. In each: 16 long, 4 short, 4 options and one private fund; position 16 was closed, 20 deleted.
INSERT INTO positions (id, portfolio_id, symbol, position_type, quantity, entry_price, entry_date, exit_price, exit_date,
                       underlying_symbol, strike_price, expiration_date, last_price, market_value, unrealized_pnl,
                       created_at, updated_at, deleted_at, investment_class, investment_subtype, realized_pnl)
SELECT md5('position' || i)::uuid,
       md5('portfolio' || 1 + i / 25)::uuid,
       CASE WHEN n BETWEEN 20 AND 23 THEN ticker || '260116' || right(kind, 1) || lpad((price * 1000)::int::text, 8, '0')
            WHEN n = 24 THEN 'FUND' || 1 + i / 25
            ELSE ticker END,
       kind::position_type,
       quantity,
       price,
       date '2025-08-06' + n % 20,
       CASE WHEN n = 15 THEN round(price * 1.08, 4) END,
       CASE WHEN n = 15 THEN date '2025-10-17' END,
       CASE WHEN n BETWEEN 20 AND 23 THEN ticker END,
       CASE WHEN n BETWEEN 20 AND 23 THEN price END,
       CASE WHEN n BETWEEN 20 AND 23 THEN date '2026-01-16' END,
       last,
       round(quantity * last, 2),
       round(quantity * (last - price), 2),
       timestamptz '2025-08-06 12:00+00' + i * interval '1 minute',
       timestamptz '2025-11-10 21:30+00',
       CASE WHEN n = 19 THEN timestamptz '2025-10-02 15:12+00' END,
       (CASE WHEN n BETWEEN 20 AND 23 THEN 'OPTIONS' WHEN n = 24 THEN 'PRIVATE' ELSE 'PUBLIC' END)::investment_class,
       CASE WHEN n = 24 THEN 'PRIVATE_EQUITY' END,
       CASE WHEN n = 15 THEN round(quantity * price * 0.08, 2) END
  FROM (SELECT i,
               i % 25 AS n,
               (ARRAY['AAPL', 'MSFT', 'GOOGL', 'AMZN', 'NVDA', 'META', 'JPM', 'JNJ', 'V', 'PG', 'HD', 'UNH', 'XOM', 'KO',
                      'PEP', 'COST', 'SPY', 'QQQ', 'VTI', 'BND', 'TSLA', 'NFLX', 'AMD', 'CRM', 'ADBE', 'WMT', 'DIS',
                      'CVX', 'GS', 'INTC'])[1 + i * 7 % 30] AS ticker,
               (ARRAY['LONG', 'LONG', 'LONG', 'LONG', 'SHORT', 'LC', 'LP', 'SC', 'SP'])[
                   CASE WHEN i % 25 < 16 OR i % 25 = 24 THEN 1 WHEN i % 25 < 20 THEN 5 ELSE i % 25 - 14 END] AS kind,
               (CASE WHEN i % 25 BETWEEN 16 AND 19 OR i % 25 IN (22, 23) THEN -1 ELSE 1 END) * (10 + i * 37 % 290)
                   AS quantity,
               40 + (i * 7919 % 46000) / 100.0 AS price,
               round((40 + (i * 7919 % 46000) / 100.0) * (0.92 + (i * 31 % 20) / 100.0), 4) AS last
          FROM generate_series(0, 74) AS i) AS held;

INSERT INTO position_tags
SELECT p.id, t.id
  FROM positions p
  JOIN portfolios f ON f.id = p.portfolio_id
  JOIN tags t ON t.user_id = f.user_id
   AND t.name = CASE WHEN p.quantity < 0 THEN 'Hedge' WHEN p.symbol IN ('KO', 'PEP', 'PG', 'JNJ') THEN 'Income' ELSE 'Core' END;

INSERT INTO sectors (code, name)
SELECT upper(left(name, 4)), name
  FROM unnest(ARRAY['Technology', 'Financials', 'Health Care', 'Energy', 'Consumer Staples', 'Industrials', 'Utilities',
                    'Materials', 'Real Estate', 'Discretionary', 'Telecommunication']) WITH ORDINALITY AS s (name, i)
 ORDER BY i;

-- The 30 symbols that are held, and 526 more.
INSERT INTO company_profiles
SELECT symbol,
       (ARRAY['Northern', 'Blue Ridge', 'Pacific', 'Summit', 'Granite', 'Harbor', 'Meridian', 'Cedar', 'Atlas', 'Lake'])[1 + i % 10]
           || ' ' || (ARRAY['Systems', 'Energy', 'Bancorp', 'Therapeutics', 'Foods', 'Logistics', 'Materials'])[1 + i % 7]
           || ' ' || (ARRAY['Inc.', 'Corp.', 'Holdings', 'Group'])[1 + i % 4],
       1 + i % 11,
       (ARRAY['Software', 'Regional banks', 'Biotechnology', 'Oil and gas', 'Packaged foods', 'Rail freight'])[1 + i % 6],
       (ARRAY['NASDAQ', 'NYSE', 'NYSE'])[1 + i % 3],
       CASE WHEN i % 17 = 0 THEN 'CA' ELSE 'US' END,
       round(250000000.0 * (1 + i * 7919 % 9973), 2),
       round(0.4 + (i * 37 % 160) / 100.0, 4),
       symbol IN ('SPY', 'QQQ', 'VTI', 'BND'),
       timestamptz '2025-11-10 06:00+00' + i * interval '1 second'
  FROM (SELECT symbol, row_number() OVER (ORDER BY symbol)::int AS i
          FROM (SELECT DISTINCT coalesce(underlying_symbol, symbol) AS symbol
                  FROM positions
                 WHERE investment_class <> 'PRIVATE'
                 UNION ALL
                SELECT 'Q' || chr(65 + j / 26) || chr(65 + j % 26) || chr(65 + j * 7 % 26)
                  FROM generate_series(0, 525) AS j) AS known) AS numbered;

INSERT INTO analyst_ratings (symbol, rating, analyst_count, rated_on)
SELECT symbol, 1 + n % 5, 3 + n % 28, date '2025-10-01' + n % 30
  FROM (SELECT symbol, row_number() OVER (ORDER BY symbol)::int AS n FROM company_profiles WHERE NOT is_etf) AS c
 WHERE n % 2 = 0
 ORDER BY symbol;

INSERT INTO company_earnings (symbol, fiscal_quarter, eps_estimate, eps_actual, reported_on)
SELECT symbol,
       '2025Q' || q,
       round(0.2 + (n * 13 % 400) / 100.0, 4),
       round(0.2 + (n * 13 % 400 + n * q % 7 - 3) / 100.0, 4),
       date '2025-01-20' + q * 91 + n % 25
  FROM (SELECT symbol, row_number() OVER (ORDER BY symbol)::int AS n FROM company_profiles WHERE NOT is_etf) AS c,
       generate_series(1, 3) AS q
 ORDER BY symbol, q;

INSERT INTO income_statements
SELECT symbol, date '2024-12-31', round(market_cap / 5e6, 2), round(market_cap / 3e7, 2), round(market_cap / 4e7, 2)
  FROM company_profiles
 WHERE NOT is_etf;

INSERT INTO balance_sheets
SELECT symbol, date '2024-12-31', round(market_cap / 2e6, 2), round(market_cap / 3e6, 2), round(market_cap / 6e6, 2)
  FROM company_profiles
 WHERE NOT is_etf;

INSERT INTO cash_flows
SELECT symbol, date '2024-12-31', round(market_cap / 3e7, 2), round(market_cap / 9e7, 2), round(market_cap / 45e6, 2)
  FROM company_profiles
 WHERE NOT is_etf;

INSERT INTO market_data_cache
SELECT md5('price' || symbol || day)::uuid,
       symbol,
       date '2025-09-01' + day,
       close - 0.4,
       close + 1.1,
       close - 1.3,
       close,
       1000000 + (n * 7919 + day * 104729) % 4000000,
       'fmp',
       timestamptz '2025-09-01 21:15+00' + day * interval '1 day'
  FROM (SELECT symbol,
               n,
               day,
               round(40 + (n * 7919 % 46000) / 100.0 + ((n + day) * 31 % 97) / 10.0, 4) AS close
          FROM (SELECT symbol, row_number() OVER (ORDER BY symbol)::int AS n
                  FROM (SELECT DISTINCT coalesce(underlying_symbol, symbol) AS symbol FROM positions) AS held) AS s,
               generate_series(0, 70) AS day
         WHERE extract(isodow FROM date '2025-09-01' + day) < 6) AS prices;

INSERT INTO historical_backfills (symbol, status, first_date, last_date, error_message, created_at)
SELECT symbol,
       (CASE WHEN n % 40 = 0 THEN 'failed' ELSE 'done' END)::backfill_status,
       date '2024-11-01',
       date '2025-11-07',
       CASE WHEN n % 40 = 0 THEN 'provider returned 429' END,
       timestamptz '2025-11-08 02:00+00' + n * interval '2 seconds'
  FROM (SELECT symbol, row_number() OVER (ORDER BY symbol)::int AS n FROM company_profiles) AS c
 ORDER BY n;

INSERT INTO factor_definitions
SELECT md5('factor' || i)::uuid, name, name || ' factor, one year of daily returns', type, proxy, i, true
  FROM (VALUES (1, 'Market Beta', 'style', 'SPY'), (2, 'Momentum', 'style', 'MTUM'), (3, 'Value', 'style', 'VTV'),
               (4, 'Growth', 'style', 'VUG'), (5, 'Quality', 'style', 'QUAL'), (6, 'Size', 'style', 'IWM'),
               (7, 'Low Volatility', 'style', 'USMV'), (8, 'Short Interest', 'style', NULL),
               (9, 'Interest Rate', 'macro', 'TLT'), (10, 'Oil', 'macro', 'USO')) AS f (i, name, type, proxy);

-- Day by day, for each of 75 positions each of 10 factors; the last day broke off after 500.
INSERT INTO position_factor_exposures
SELECT md5('exposure' || i)::uuid,
       md5('position' || i % 75)::uuid,
       md5('factor' || 1 + i / 75 % 10)::uuid,
       date '2025-09-29' + i / 750,
       round((i * 7919 % 4001 - 2000) / 1000.0, 6),
       CASE WHEN i % 75 % 25 = 24 THEN 'limited_history' ELSE 'full_history' END,
       timestamptz '2025-09-29 22:00+00' + i / 750 * interval '1 day'
  FROM generate_series(0, 31249) AS i;

INSERT INTO factor_exposures
SELECT md5('portfolio exposure' || p || '/' || f || '/' || day)::uuid,
       md5('portfolio' || p)::uuid,
       md5('factor' || f)::uuid,
       date '2025-09-29' + day,
       round(((p * 101 + f * 37 + day * 13) % 300 - 120) / 100.0, 6),
       round(((p * 101 + f * 37 + day * 13) % 300 - 120) * 1250.0, 2)
  FROM generate_series(1, 3) AS p, generate_series(1, 10) AS f, generate_series(0, 41) AS day;

INSERT INTO factor_correlations
SELECT md5('factor correlation' || a || '/' || b)::uuid,
       md5('factor' || a)::uuid,
       md5('factor' || b)::uuid,
       CASE WHEN a = b THEN 1 ELSE round(((a * b * 37) % 180 - 90) / 100.0, 6) END,
       date '2025-11-07'
  FROM generate_series(1, 10) AS a, generate_series(1, 10) AS b
 WHERE a <= b;

INSERT INTO position_greeks
SELECT p.id,
       date '2025-11-03' + day,
       round(sign(p.quantity) * (0.30 + day / 100.0), 4),
       0.012500,
       round(-0.05 - day / 200.0, 4),
       round(p.strike_price / 1000, 4),
       0.0310,
       round(0.22 + day / 100.0, 4)
  FROM positions p, generate_series(0, 4) AS day
 WHERE p.investment_class = 'OPTIONS';

INSERT INTO portfolio_snapshots (id, portfolio_id, snapshot_date, total_value, cash_value, long_value, short_value,
                                 daily_pnl, created_at, daily_capital_flow)
SELECT md5('snapshot' || p || '/' || day)::uuid,
       md5('portfolio' || p)::uuid,
       date '2025-09-29' + day,
       400000 + p * 250000 + (day * 7919 % 9000),
       20000 + p * 5000,
       410000 + p * 250000 + (day * 7919 % 9000),
       -(30000 + p * 5000),
       day * 7919 % 9000 - (CASE WHEN day = 0 THEN 0 ELSE (day - 1) * 7919 % 9000 END),
       timestamptz '2025-09-29 22:30+00' + day * interval '1 day',
       CASE WHEN day = 20 THEN 5000 ELSE 0 END
  FROM generate_series(1, 3) AS p, generate_series(0, 41) AS day;

INSERT INTO batch_jobs
SELECT md5('job' || day || name)::uuid,
       name,
       'nightly',
       CASE WHEN day = 41 AND name = 'factor_exposures' THEN 'failed' ELSE 'completed' END,
       NULL,
       timestamptz '2025-09-29 22:00+00' + day * interval '1 day',
       timestamptz '2025-09-29 22:11+00' + day * interval '1 day',
       CASE WHEN day = 41 AND name = 'factor_exposures' THEN 'connection closed' END,
       jsonb_build_object('positions', 75)
  FROM generate_series(0, 41) AS day, unnest(ARRAY['market_data', 'factor_exposures', 'snapshots']) AS name;

INSERT INTO batch_job_schedules
SELECT md5('schedule' || name)::uuid, name, cron, 'America/New_York', true, timestamptz '2025-11-10 22:00+00'
  FROM (VALUES ('market_data', '0 17 * * 1-5'), ('factor_exposures', '30 17 * * 1-5'), ('snapshots', '0 18 * * 1-5'))
       AS s (name, cron);

INSERT INTO position_interest_rate_betas
SELECT md5('rate beta' || i)::uuid, md5('position' || i)::uuid, round((i * 37 % 80 - 40) / 100.0, 6), 0.1800, date '2025-11-07'
  FROM generate_series(0, 74) AS i;

INSERT INTO position_market_betas
SELECT md5('market beta' || i)::uuid,
       md5('portfolio' || 1 + i / 25)::uuid,
       md5('position' || i)::uuid,
       date '2025-11-07',
       round(0.5 + (i * 31 % 120) / 100.0, 6),
       90,
       'OLS_SIMPLE'
  FROM generate_series(0, 74) AS i;

INSERT INTO position_volatility
SELECT md5('volatility' || i)::uuid,
       md5('position' || i)::uuid,
       date '2025-11-07',
       round(0.12 + (i * 7 % 30) / 100.0, 4),
       round(0.14 + (i * 5 % 30) / 100.0, 4),
       (ARRAY['rising', 'falling', 'stable'])[1 + i % 3]
  FROM generate_series(0, 74) AS i;

INSERT INTO stress_test_scenarios
SELECT md5('scenario' || key)::uuid,
       key,
       name,
       category,
       severity::stress_severity,
       jsonb_build_object('Market Beta', shock),
       true,
       timestamp '2025-08-20 09:00'
  FROM (VALUES ('market_down_5', 'Market falls 5%', 'market', 'mild', -0.05),
               ('market_down_20', 'Market falls 20%', 'market', 'severe', -0.20),
               ('rates_up_100', 'Rates rise by 100 basis points', 'rates', 'moderate', -0.03),
               ('crisis_2008', 'The crisis of 2008', 'historical', 'extreme', -0.45),
               ('covid_2020', 'March 2020', 'historical', 'extreme', -0.34),
               ('quiet', 'A quiet month', 'market', 'base', 0.01)) AS s (key, name, category, severity, shock);

INSERT INTO stress_test_results
SELECT md5('stress' || p || scenario_key)::uuid,
       md5('portfolio' || p)::uuid,
       id,
       date '2025-11-07',
       round((shock_config ->> 'Market Beta')::numeric * (400000 + p * 250000), 2),
       round((shock_config ->> 'Market Beta')::numeric * (400000 + p * 250000) * 1.15, 2),
       shock_config,
       timestamp '2025-11-07 23:00'
  FROM stress_test_scenarios, generate_series(1, 3) AS p;

INSERT INTO correlation_calculations
SELECT md5('correlation' || p)::uuid, md5('portfolio' || p)::uuid, 90, timestamptz '2025-11-07 23:10+00', 0.41 + p / 100.0, 11.5
  FROM generate_series(1, 3) AS p;

INSERT INTO correlation_clusters
SELECT md5('cluster' || p || '/' || c)::uuid, md5('correlation' || p)::uuid, c, 'Cluster ' || c, 0.70 + c / 100.0
  FROM generate_series(1, 3) AS p, generate_series(1, 2) AS c;

INSERT INTO correlation_cluster_positions
SELECT md5('member' || i)::uuid,
       md5('cluster' || 1 + i / 25 || '/' || 1 + i % 2)::uuid,
       md5('position' || i)::uuid,
       round(0.5 + (i * 7 % 40) / 100.0, 6)
  FROM generate_series(0, 74) AS i
 WHERE i % 25 < 10;

INSERT INTO pairwise_correlations
SELECT md5('pair' || a.symbol || b.symbol)::uuid,
       md5('correlation1')::uuid,
       a.symbol,
       b.symbol,
       round(((length(a.symbol) * 31 + ascii(a.symbol) * 7 + ascii(b.symbol) * 13) % 180 - 80) / 100.0, 4),
       90
  FROM (SELECT DISTINCT symbol FROM positions WHERE investment_class = 'PUBLIC') AS a
  JOIN (SELECT DISTINCT symbol FROM positions WHERE investment_class = 'PUBLIC') AS b ON a.symbol < b.symbol;

INSERT INTO portfolio_target_prices
SELECT md5('target' || id)::uuid,
       portfolio_id,
       id,
       symbol,
       round(entry_price * 1.15, 4),
       round(entry_price * 0.85, 4),
       timestamptz '2025-10-07 10:00+00'
  FROM positions
 WHERE investment_class = 'PUBLIC';

INSERT INTO position_realized_events
SELECT md5('realized' || id)::uuid, id, exit_date, quantity, realized_pnl
  FROM positions
 WHERE exit_date IS NOT NULL;

INSERT INTO equity_changes
SELECT md5('equity' || p || '/' || n)::uuid,
       md5('portfolio' || p)::uuid,
       md5('user' || p)::uuid,
       (CASE WHEN n = 3 THEN 'WITHDRAWAL' ELSE 'CONTRIBUTION' END)::equity_change_type,
       n * 5000,
       date '2025-08-15' + n * 30
  FROM generate_series(1, 3) AS p, generate_series(1, 3) AS n;

INSERT INTO symbol_universe
SELECT symbol, CASE WHEN is_etf THEN 'etf' ELSE 'equity' END, date '2025-10-29', country = 'US'
  FROM company_profiles;

INSERT INTO symbol_daily_metrics
SELECT symbol,
       date '2025-11-03' + day,
       round(((n * 31 + day * 17) % 81 - 40) / 1000.0, 6),
       round((n * 37 % 600 - 200) / 1000.0, 6),
       round(8 + (n * 13 % 400) / 10.0, 4),
       1
  FROM (SELECT symbol, row_number() OVER (ORDER BY symbol)::int AS n FROM symbol_universe) AS s, generate_series(0, 4) AS day;

INSERT INTO symbol_factor_exposures
SELECT md5('symbol exposure' || symbol || f)::uuid,
       symbol,
       md5('factor' || f)::uuid,
       date '2025-11-07',
       round(((n * 31 + f * 97) % 300 - 100) / 100.0, 6),
       round(((n * 17 + f * 29) % 90) / 100.0, 4)
  FROM (SELECT symbol, row_number() OVER (ORDER BY symbol)::int AS n FROM symbol_universe) AS s, generate_series(1, 5) AS f;

INSERT INTO conversations (id, user_id, mode, provider, meta_data, created_at, deleted_at)
SELECT md5('conversation' || i)::uuid,
       md5('user' || 1 + i % 3)::uuid,
       'green',
       'openai',
       '{}',
       timestamptz '2025-10-01 09:00+00' + i * interval '1 day',
       CASE WHEN i % 10 = 9 THEN timestamptz '2025-11-05 09:00+00' END
  FROM generate_series(0, 29) AS i;

INSERT INTO conversation_messages
SELECT md5('message' || i)::uuid,
       md5('conversation' || i / 6)::uuid,
       (CASE WHEN i % 6 = 0 THEN 'system' WHEN i % 2 = 1 THEN 'user' ELSE 'assistant' END)::chat_role,
       CASE WHEN i % 6 = 0 THEN 'You explain portfolio risk.' WHEN i % 2 = 1 THEN 'What moved today?' ELSE 'Mostly technology.' END,
       CASE WHEN i % 6 = 2 THEN '[{"tool": "factor_exposures"}]'::jsonb END,
       CASE WHEN i % 2 = 0 AND i % 6 > 0 THEN 800 + i * 7 END,
       timestamptz '2025-10-01 09:00+00' + i / 6 * interval '1 day' + i % 6 * interval '20 seconds'
  FROM generate_series(0, 179) AS i;

INSERT INTO user_preferences
SELECT md5('user' || i)::uuid, (ARRAY['light', 'dark'])[1 + i % 2], ARRAY['SPY', 'QQQ']
  FROM generate_series(1, 4) AS i;

INSERT INTO ai_insights
SELECT md5('insight' || i)::uuid,
       md5('portfolio' || 1 + i % 3)::uuid,
       (ARRAY['DAILY_SUMMARY', 'VOLATILITY', 'CONCENTRATION'])[1 + i % 3]::insight_type,
       'Portfolio note ' || i,
       'Technology is the largest part of the risk.',
       '["technology", "momentum"]',
       0.0125,
       timestamptz '2025-10-23 23:30+00' + i * interval '1 day'
  FROM generate_series(0, 17) AS i;

INSERT INTO ai_insight_feedback
SELECT md5('feedback' || i)::uuid, md5('insight' || i)::uuid, md5('user' || 1 + i % 3)::uuid, i % 4 > 0, NULL
  FROM generate_series(0, 11) AS i;

ANALYZE;
