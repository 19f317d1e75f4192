@echo off
rem Starts Manyvoices and opens it in the browser. Double-click it; close this window to stop.
where uvx >nul 2>nul
if %errorlevel%==0 (
  uvx manyvoices serve --open
) else (
  where manyvoices >nul 2>nul
  if errorlevel 1 (
    echo Manyvoices needs uv: see https://docs.astral.sh/uv/ and install it, then start this again.
  ) else (
    manyvoices serve --open
  )
)
pause
